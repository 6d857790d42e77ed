import { tried } from "#model/tried.ts";
import { decoded } from "#model/urlize.ts";
import type { SourceSite } from "#tools/import/shared/blog.ts";
import { dataIn, globbed, type SourceTree } from "#tools/import/shared/source-tree.ts";
import { booleanAt, type Data, isMap, listOf, mapOf, numberAt, textAt, valueAt } from "#tools/import/shared/values.ts";

/** The files of a Hugo site's settings. */
export const hugoConfig = /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\//u;

/** A Hugo site's settings as far as its addresses and texts depend on them. */
export type HugoSite = ReturnType<typeof hugoSite>;

/** A Hugo site's settings with all keys in lower case, merged as Hugo merges them; undefined where there are none. */
export function hugoSettings(tree: SourceTree): Data | undefined {
  const singles = tree.files.filter((file) => !file.includes("/") && hugoConfig.test(file));
  const single = singles.find((file) => file.startsWith("hugo")) ?? singles[0];
  const parts = ["config/_default/", "config/production/"].flatMap((folder) =>
    tree.files
      .filter((file) => file.startsWith(folder) && /^[^/]+\.(?:toml|ya?ml|json)$/u.test(file.slice(folder.length)))
      .map((file) => inFolder(read(tree, file), file.slice(folder.length))),
  );
  if (single === undefined && parts.length === 0) return undefined;
  return [single === undefined ? {} : read(tree, single), ...parts].reduce(merged, {});
}

/** `params.ko.toml` is `languages.ko.params`; `hugo.toml` and `config.toml` are the root. */
function inFolder(data: Data, file: string): Data {
  const [name = "", language] = file.toLowerCase().split(".").slice(0, -1);
  const isRoot = name === "hugo" || name === "config" || (name === "languages" && language !== undefined);
  const own = isRoot ? data : { [name]: data };
  return language === undefined ? own : { languages: { [language]: own } };
}

function read(tree: SourceTree, file: string): Data {
  return lowered(dataIn(tree, file)) as Data;
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowered(item)]));
}

function merged(base: Data, over: Data): Data {
  const own = Object.entries(over).map(([key, value]) => {
    const before = base[key];
    return [key, isMap(before) && isMap(value) ? merged(before, value) : value];
  });
  return { ...base, ...Object.fromEntries(own) };
}

const exampleAddress = /^https?:\/\/(?:[^/]*\.)?example\.(?:com|org|net)|^\/*$|localhost/u;

/** Reads settings (keys in lower case) into what the importer needs. */
export function hugoSite(settings: Data) {
  const baseUrl = textAt(settings, "baseurl");
  const language = (textAt(settings, "defaultcontentlanguage") ?? "en").toLowerCase();
  const local = mapOf(valueAt(settings, `languages.${language}`));
  const params = { ...mapOf(settings["params"]), ...mapOf(local["params"]) };
  const basePath = decoded(URL.parse(baseUrl ?? "/", "https://x.invalid/")?.pathname ?? "/");
  return {
    kind: "hugo",
    title: textAt(local, "title") ?? textAt(settings, "title"),
    description: textAt(params, "description", "subtitle"),
    author: listOf(valueAt(params, "author") ?? valueAt(settings, "author")).join(", ") || undefined,
    baseUrl: exampleAddress.test(baseUrl ?? "") ? undefined : baseUrl,
    basePath: `${basePath}/`.replace(/\/{2,}/gu, "/"),
    timeZone: textAt(local, "timezone") ?? textAt(settings, "timezone") ?? "Asia/Seoul",
    language,
    lineBreaks: booleanAt(settings, "markup.goldmark.renderer.hardwraps") ? "keep" : "commonmark",
    math: booleanAt(settings, "markup.goldmark.extensions.passthrough.enable") ?? false,
    params,
    languages: languagesOf(settings, language),
    ...foldersOf(settings),
    permalinks: mapOf(settings["permalinks"]),
    uglyUrls: settings["uglyurls"] ?? false,
    keepCase: booleanAt(settings, "disablepathtolower") ?? false,
    cascade: settings["cascade"],
    dateSources: dateSourcesOf(settings),
    taxonomies: taxonomiesOf(settings),
  } satisfies SourceSite & Record<string, unknown>;
}

/** The languages, the heaviest last. */
function languagesOf(settings: Data, first: string) {
  const closed = listOf(settings["disablelanguages"]);
  const inFolder = booleanAt(settings, "defaultcontentlanguageinsubdir") ?? false;
  const weight = (own: Data) => numberAt(own, "weight") ?? 0;
  const codes = Object.entries(mapOf(settings["languages"]))
    .flatMap(([code, own]) =>
      isMap(own) && !booleanAt(own, "disabled") && !closed.includes(code) ? [{ code, own }] : [],
    )
    .sort((a, b) => weight(a.own) - weight(b.own));
  const listed = codes.some(({ code }) => code === first) ? codes : [{ code: first, own: {} as Data }, ...codes];
  return listed.map(({ code, own }) => {
    const contentDir = textAt(own, "contentdir");
    const { permalinks } = own;
    return {
      code,
      /** Put before every address of the language: `` or `en/`. */
      prefix: (code === first && !inFolder) || codes.length < 2 ? "" : `${code}/`,
      /** Its own content folder and its own patterns. */
      contentDir: contentDir && trimmed(contentDir),
      permalinks: isMap(permalinks) ? permalinks : undefined,
    };
  });
}

function foldersOf(settings: Data) {
  const mounts = valueAt(settings, "module.mounts");
  const mounted = (Array.isArray(mounts) ? mounts : []).filter(isMap).map((mount) => ({
    folder: trimmed(textAt(mount, "source") ?? ""),
    target: trimmed(textAt(mount, "target") ?? ""),
    excluded: listOf(mount["excludefiles"]).map((glob) => globbed(`${textAt(mount, "source") ?? ""}/${glob}`)),
  }));
  const folders = (key: string, usual: string) => {
    const named = listOf(settings[key]).map(trimmed);
    const further = mounted.filter(({ target }) => target === usual).map(({ folder }) => folder);
    return [...new Set([...(named.length > 0 ? named : [usual]), ...further])].filter((folder) => folder !== "");
  };
  const ignored = listOf(settings["ignorefiles"]).flatMap((pattern) => tried(() => new RegExp(pattern, "u")) ?? []);
  return {
    unbuilt: [...ignored, ...mounted.flatMap(({ excluded }) => excluded)],
    contentDirs: folders("contentdir", "content"),
    staticDirs: folders("staticdir", "static"),
    assetDirs: folders("assetdir", "assets"),
    /** Further folders that are mounted below the content: the folder, and its path there. */
    mounts: mounted
      .filter(({ folder, target }) => folder !== "" && target.startsWith("content/"))
      .map(({ folder, target }) => ({ folder, under: target.split("/").slice(1) })),
  };
}

/** Taxonomies by their names for one term (`tag`) and for all (`tags`), and which of ours they are. */
function taxonomiesOf({ taxonomies }: Data) {
  const named = isMap(taxonomies) ? taxonomies : { tag: "tags", category: "categories" };
  return Object.keys(named).flatMap((one) => {
    const ours = /^tags?$/iu.test(one) ? "tags" : /^categor(?:y|ies)$/iu.test(one) ? "categories" : undefined;
    const name = textAt(named, one);
    return name === undefined ? [] : [{ one, name, ours } as const];
  });
}

const usualDates = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"];

/** Where a date is looked for, in order: front matter keys and `:filename`. */
function dateSourcesOf(settings: Data): string[] {
  const named = listOf(valueAt(settings, "frontmatter.date")).map((source) => source.toLowerCase());
  const sources = named.length === 0 ? [":default"] : named;
  return [...new Set(sources.flatMap((source) => (source === ":default" ? usualDates : [source])))];
}

function trimmed(folder: string): string {
  return folder.replace(/^\.?\/+|\/+$/gu, "");
}
