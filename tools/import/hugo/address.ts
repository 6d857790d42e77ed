import { decoded } from "#model/urlize.ts";
import { type Address, asFolder, dayPart, hugoPath } from "#tools/import/shared/addresses.ts";
import type { HugoPlace } from "./content.ts";
import type { HugoSite } from "./site.ts";
import { booleanAt, type Data, isMap, listOf, mapOf, textAt, textOf, valueAt } from "#tools/import/shared/values.ts";

/** What a page's address is made of. */
interface Parts {
  readonly place: HugoPlace;
  readonly data: Data;
  readonly title: string;
  /** `YYYY-MM-DD`; the year 1 where Hugo found none. */
  readonly day?: string | undefined;
  readonly site: HugoSite;
  /** What `:sections` means: folders under the content folder, a bundle's own left out. */
  readonly sections: readonly string[];
}

/** The address that Hugo gives a page, with what else leads there: ugly forms and the author's `aliases`. */
export function hugoAddress(place: HugoPlace, page: Pick<Parts, "data" | "title" | "day">, site: HugoSite): Address {
  const sections = place.bundle && place.folders.length === 0 ? [place.name] : place.sections;
  const own = ownPath({ ...page, place, site, sections });
  const written = `/${own}`.replace(/\/{2,}/gu, "/").normalize("NFC");
  const { path, aliases } = asFolder(own);
  const isServed = !/\.html?$/iu.test(written) && !/[#?%\\]/u.test(written);
  const old = listOf(valueAt(page.data, "aliases", "alias")).map((alias) => aliasPath(alias, own));
  const all = new Set([...aliases, ...(isServed ? [written] : []), ...old]);
  return { path, aliases: [...all].filter((alias) => alias !== path && alias !== "/") };
}

function ownPath(parts: Parts): string {
  const { place, data, site } = parts;
  const url = textAt(data, "url");
  if (url !== undefined) return explicit(url, parts);
  const section = parts.sections[0] ?? "";
  const pattern = patternFor(section, place.permalinks ?? site.permalinks);
  if (pattern !== undefined) return `/${place.prefix}${permalink(pattern, parts)}`;
  const { uglyUrls } = site;
  const end = (isMap(uglyUrls) ? booleanAt(uglyUrls, section) : String(uglyUrls) === "true") ? ".html" : "/";
  const whole = `/${[...place.folders, textAt(data, "slug") ?? place.name].join("/")}${end}`;
  return `/${place.prefix}${hugoPath(whole, site.keepCase)}`;
}

/** `url` as written; one that begins in `/` carries no language of its own. */
function explicit(url: string, parts: Parts): string {
  const path = (URL.canParse(url) ? decoded(new URL(url).pathname) : decoded(url)).replace(/[?#].*$/u, "");
  const filled = /:[a-z]/iu.test(path) ? permalink(path, parts) : path;
  return `/${filled.startsWith("/") ? "" : parts.place.prefix}${filled}`;
}

function patternFor(section: string, permalinks: Data): string | undefined {
  return textOf(mapOf(permalinks["page"])[section.toLowerCase()]) ?? textOf(permalinks[section.toLowerCase()]);
}

/** An alias from the root; a relative one stands beside the page, as in Hugo. */
function aliasPath(alias: string, own: string): string {
  const path = decoded(URL.canParse(alias) ? new URL(alias).pathname : alias).normalize("NFC");
  const beside = `/${own}`.replace(/\/{2,}/gu, "/").replace(/[^/]+\/?$/u, "");
  const full = path.startsWith("/") ? path : new URL(path, `https://x.invalid${encodeURI(beside)}`).pathname;
  const clean = decoded(full)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/index\.html?$/iu, "/");
  return /\/$|\.[a-z0-9]+$/iu.test(clean) ? clean : `${clean}/`;
}

/** Fills a Hugo pattern (`/:year/:month/:slug/`, `:sections[1:]`); a token that is not known stays. */
function permalink(pattern: string, parts: Parts): string {
  const filled = pattern.replace(
    /:([a-z0-9]+)(\[[^\]]*\])?/giu,
    (written, name: string, range: string | undefined) => tokenValue(name.toLowerCase(), range, parts) ?? written,
  );
  // Hugo reads a filled pattern as a query, where `+` is a blank: `c++-시작` → `c-시작`.
  return filled.replace(/-?\+[+-]*/gu, "-").replace(/\/{2,}/gu, "/");
}

function tokenValue(name: string, range: string | undefined, parts: Parts): string | undefined {
  const { place, data, title, day, sections, site } = parts;
  const path = (text: string) => hugoPath(text, site.keepCase).replace(/^([^#]*)#$/u, "$1");
  if (name === "sections") return sliced(sections, range).map(path).join("/");
  const slug = textAt(data, "slug");
  const texts: Readonly<Record<string, string>> = {
    slug: slug ?? title,
    title,
    filename: place.name,
    contentbasename: place.name,
    slugorfilename: slug ?? place.name,
    slugorcontentbasename: slug ?? place.name,
    section: sections[0] ?? "",
  };
  const text = texts[name] ?? dayPart(name, day ?? "0001-01-01");
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
