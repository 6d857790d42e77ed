import type { SourceSite } from "#tools/import/shared/blog.ts";
import { booleanAt, type Data, isMap, listOf, numberAt, textAt, valueAt } from "#tools/import/shared/values.ts";

/** A language of a Hugo site. */
export interface HugoLanguage {
  readonly code: string;
  /** Put before every address of the language: `` or `en/`. */
  readonly prefix: string;
  /** Its own content folder, without slashes at the ends. */
  readonly contentDir?: string | undefined;
  /** Patterns of its own. */
  readonly permalinks?: Data | undefined;
}

/** A Hugo site's settings as far as its addresses and texts depend on them. */
export interface HugoSite extends SourceSite {
  readonly languages: readonly HugoLanguage[];
  readonly contentDirs: readonly string[];
  /** Further folders that are mounted below the content: the folder, and its path there. */
  readonly mounts: readonly { readonly folder: string; readonly under: readonly string[] }[];
  readonly staticDirs: readonly string[];
  readonly assetDirs: readonly string[];
  readonly permalinks: Data;
  readonly uglyUrls: unknown;
  readonly keepCase: boolean;
  readonly cascade: unknown;
  /** Where a date is looked for, in order: front matter keys and `:filename`. */
  readonly dateSources: readonly string[];
  readonly taxonomies: Data;
}

const exampleAddress = /^https?:\/\/(?:[^/]*\.)?example\.(?:com|org|net)|^\/*$|localhost/u;

/** Reads settings (keys in lower case) into what the importer needs. */
export function hugoSite(settings: Data): HugoSite {
  const baseUrl = textAt(settings, "baseurl");
  const language = (textAt(settings, "defaultcontentlanguage") ?? "en").toLowerCase();
  const own = valueAt(settings, `languages.${language}`);
  const local = isMap(own) ? own : {};
  const params = { ...asMap(settings["params"]), ...asMap(local["params"]) };
  const title = textAt(local, "title") ?? textAt(settings, "title");
  const description = textAt(params, "description", "subtitle");
  const author = listOf(valueAt(params, "author") ?? valueAt(settings, "author")).join(", ");
  return {
    kind: "hugo",
    title,
    description,
    ...(author === "" ? {} : { author }),
    ...(baseUrl === undefined || exampleAddress.test(baseUrl) ? {} : { baseUrl }),
    basePath: basePathOf(baseUrl),
    timeZone: textAt(local, "timezone") ?? textAt(settings, "timezone") ?? "Asia/Seoul",
    language,
    lineBreaks: booleanAt(settings, "markup.goldmark.renderer.hardwraps") ? "keep" : "commonmark",
    math: ["math", "katex", "mathjax", "page.math.enable"].some(
      (key) => booleanAt(params, key) ?? booleanAt(params, `${key}.enable`),
    ),
    params,
    languages: languagesOf(settings, language),
    ...foldersOf(settings),
    mounts: mountsOf(settings),
    permalinks: asMap(settings["permalinks"]),
    uglyUrls: settings["uglyurls"] ?? false,
    keepCase: booleanAt(settings, "disablepathtolower") ?? false,
    cascade: settings["cascade"],
    dateSources: dateSourcesOf(settings),
    taxonomies: isMap(settings["taxonomies"]) ? settings["taxonomies"] : { tag: "tags", category: "categories" },
  };
}

function languagesOf(settings: Data, first: string): HugoLanguage[] {
  const all = Object.entries(asMap(settings["languages"])).filter(
    ([, own]) => isMap(own) && !booleanAt(own, "disabled"),
  );
  const closed = listOf(settings["disablelanguages"]);
  const inFolder = booleanAt(settings, "defaultcontentlanguageinsubdir") ?? false;
  const weight = (own: unknown) => (isMap(own) ? numberAt(own, "weight") : undefined) ?? 0;
  const codes = all.filter(([code]) => !closed.includes(code)).sort(([, a], [, b]) => weight(a) - weight(b));
  const listed =
    codes.length === 0 || codes.every(([code]) => code !== first)
      ? [[first, {}] as [string, unknown], ...codes]
      : codes;
  return listed.map(([code, own]) => {
    const contentDir = isMap(own) ? textAt(own, "contentdir") : undefined;
    const permalinks = isMap(own) ? own["permalinks"] : undefined;
    const prefix = (code === first && !inFolder) || codes.length < 2 ? "" : `${code}/`;
    return {
      code,
      prefix,
      contentDir: contentDir && trimmed(contentDir),
      ...(isMap(permalinks) ? { permalinks } : {}),
    };
  });
}

function mountsOf(settings: Data): HugoSite["mounts"] {
  const mounts = valueAt(settings, "module.mounts");
  return (Array.isArray(mounts) ? mounts : []).filter(isMap).flatMap((mount) => {
    const under = trimmed(textAt(mount, "target") ?? "").split("/");
    const folder = trimmed(textAt(mount, "source") ?? "");
    return under[0] === "content" && under.length > 1 && folder !== "" ? [{ folder, under: under.slice(1) }] : [];
  });
}

function foldersOf(settings: Data): Pick<HugoSite, "contentDirs" | "staticDirs" | "assetDirs"> {
  const mounts = valueAt(settings, "module.mounts");
  const mounted = (target: string) =>
    (Array.isArray(mounts) ? mounts : [])
      .filter((mount): mount is Data => isMap(mount) && trimmed(textAt(mount, "target") ?? "") === target)
      .map((mount) => trimmed(textAt(mount, "source") ?? ""));
  const folders = (key: string, usual: string) => {
    const named = listOf(settings[key]).map(trimmed);
    return [...new Set([...(named.length > 0 ? named : [usual]), ...mounted(usual)])].filter((folder) => folder !== "");
  };
  return {
    contentDirs: folders("contentdir", "content"),
    staticDirs: folders("staticdir", "static"),
    assetDirs: folders("assetdir", "assets"),
  };
}

const usualDates = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"];

function dateSourcesOf(settings: Data): string[] {
  const named = listOf(valueAt(settings, "frontmatter.date")).map((source) => source.toLowerCase());
  return named.length === 0
    ? usualDates
    : [...new Set(named.flatMap((source) => (source === ":default" ? usualDates : [source])))];
}

function basePathOf(baseUrl: string | undefined): string {
  const parsed = URL.parse(baseUrl ?? "/", "https://x.invalid/");
  return `${decodeURI(parsed?.pathname ?? "/")}/`.replace(/\/{2,}/gu, "/");
}

function trimmed(folder: string): string {
  return folder.replace(/^\.?\/+|\/+$/gu, "");
}

function asMap(value: unknown): Data {
  return isMap(value) ? value : {};
}
