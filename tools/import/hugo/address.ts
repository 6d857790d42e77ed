import { decoded } from "#model/urlize.ts";
import { type Address, asFolder, dayPart, hugoPath } from "#tools/import/shared/addresses.ts";
import type { HugoSite } from "./site.ts";
import { booleanAt, type Data, isMap, listOf, textAt, textOf } from "#tools/import/shared/values.ts";

/** Where a content file lies, as Hugo sees it. */
export interface HugoPlace {
  /** Folders under the content folder: of the file, or of the folder that is its bundle. */
  readonly folders: readonly string[];
  /** Those of the folders that Hugo counts as sections: the first, and each that has an `_index`. */
  readonly sections: readonly string[];
  /** The file's name without extension and language; a bundle's folder. */
  readonly name: string;
  readonly bundle: boolean;
  /** Put before the address: `` or `en/`. */
  readonly prefix: string;
  /** Patterns that the language has of its own. */
  readonly permalinks?: Data | undefined;
}

/** The address that Hugo gives a page, with what else leads there: ugly forms and the author's `aliases`. */
export function hugoAddress(
  place: HugoPlace,
  page: { data: Data; title: string; day?: string | undefined },
  site: HugoSite,
): Address {
  const own = ownPath(place, page, site);
  const address = asFolder(own);
  const aliases = listOf(page.data["aliases"] ?? page.data["Aliases"] ?? page.data["alias"]).map((alias) =>
    aliasPath(alias, { own, place }),
  );
  const unsafe = asWritten(own) === address.path ? [] : [asWritten(own)];
  const all = [
    ...address.aliases,
    ...unsafe.filter((path) => !/\.html?$/iu.test(path) && !/[#?%\\]/u.test(path)),
    ...aliases,
  ];
  return { path: address.path, aliases: [...new Set(all)].filter((alias) => alias !== address.path && alias !== "/") };
}

function ownPath(
  place: HugoPlace,
  page: { data: Data; title: string; day?: string | undefined },
  site: HugoSite,
): string {
  const slug = textAt(page.data, "slug");
  const parts: PermalinkParts = {
    folders: place.bundle && place.folders.length === 0 ? [place.name] : place.sections,
    name: place.name,
    slug,
    title: page.title,
    day: page.day,
    keepCase: site.keepCase,
  };
  const url = textAt(page.data, "url");
  if (url !== undefined) return explicit(url, place.prefix, parts);
  const pattern = patternFor(parts.folders[0] ?? "", place.permalinks ?? site.permalinks);
  if (pattern !== undefined) return `/${place.prefix}${permalink(pattern, parts)}`;
  const end = isUgly(parts.folders[0] ?? "", site) ? ".html" : "/";
  const whole = `/${[...place.folders, slug ?? place.name].join("/")}${end}`;
  return `/${place.prefix}${hugoPath(whole, site.keepCase)}`;
}

/** `url` as written; one that begins in `/` carries no language of its own. */
function explicit(url: string, prefix: string, parts: PermalinkParts): string {
  const path = (URL.canParse(url) ? decoded(new URL(url).pathname) : decoded(url)).replace(/[?#].*$/u, "");
  const filled = /:[a-z]/iu.test(path) ? permalink(path, parts) : path;
  return `/${filled.startsWith("/") ? "" : prefix}${filled}`;
}

function patternFor(section: string, permalinks: Data): string | undefined {
  const pages = isMap(permalinks["page"]) ? permalinks["page"] : {};
  return textOf(pages[section.toLowerCase()]) ?? textOf(permalinks[section.toLowerCase()]);
}

function isUgly(section: string, site: HugoSite): boolean {
  if (isMap(site.uglyUrls)) return booleanAt(site.uglyUrls, section) ?? false;
  return String(site.uglyUrls) === "true";
}

/** An alias from the root; a relative one stands beside the page, as in Hugo. */
function aliasPath(alias: string, at: { own: string; place: HugoPlace }): string {
  const path = decoded(URL.canParse(alias) ? new URL(alias).pathname : alias).normalize("NFC");
  const beside = `/${at.own}`.replace(/\/{2,}/gu, "/").replace(/[^/]+\/?$/u, "");
  const full = path.startsWith("/") ? path : new URL(path, `https://x.invalid${encodeURI(beside)}`).pathname;
  const clean = decoded(full)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/index\.html?$/iu, "/");
  return /\/$|\.[a-z0-9]+$/iu.test(clean) ? clean : `${clean}/`;
}

function asWritten(path: string): string {
  return `/${path}`.replace(/\/{2,}/gu, "/").normalize("NFC");
}

/** What a permalink pattern may ask of a page. */
interface PermalinkParts {
  /** Folders under the content folder, the bundle's own left out. */
  readonly folders: readonly string[];
  /** The file's or the bundle folder's name, without extension and language. */
  readonly name: string;
  readonly slug?: string | undefined;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly keepCase: boolean;
}

/** Fills a Hugo pattern (`/:year/:month/:slug/`, `:sections[1:]`); a token that is not known stays. */
function permalink(pattern: string, parts: PermalinkParts): string {
  const filled = pattern.replace(
    /:([a-z0-9]+)(\[[^\]]*\])?/giu,
    (written, name: string, range: string | undefined) => tokenValue(name.toLowerCase(), range, parts) ?? written,
  );
  return withoutPlus(filled).replace(/\/{2,}/gu, "/");
}

/** Hugo reads a filled pattern as a query, where `+` is a blank: `c++-시작` → `c-시작`. */
function withoutPlus(path: string): string {
  return path.replace(/-?\+[+-]*/gu, "-");
}

function tokenValue(name: string, range: string | undefined, parts: PermalinkParts): string | undefined {
  const path = (text: string) => hugoPath(text, parts.keepCase).replace(/^([^#]*)#$/u, "$1");
  if (name === "sections") return sliced(parts.folders, range).map(path).join("/");
  const texts: Readonly<Record<string, string>> = {
    slug: parts.slug ?? parts.title,
    title: parts.title,
    filename: parts.name,
    contentbasename: parts.name,
    slugorfilename: parts.slug ?? parts.name,
    slugorcontentbasename: parts.slug ?? parts.name,
    section: parts.folders[0] ?? "",
  };
  const text = texts[name] ?? dayPart(name, parts.day ?? "0001-01-01");
  return text === undefined ? undefined : path(text);
}

function sliced(folders: readonly string[], range: string | undefined): readonly string[] {
  if (range === undefined) return folders;
  const at = (text: string, usual: number) =>
    text === "" ? usual : text === "last" ? folders.length - 1 : Number(text);
  const [from = "", to] = range.slice(1, -1).split(":");
  if (to === undefined) return folders.slice(at(from, 0), at(from, 0) + 1);
  return folders.slice(at(from, 0), to === "last" ? folders.length - 1 : at(to, folders.length));
}
