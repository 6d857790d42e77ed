import type { Site } from "./site.ts";
import { decoded } from "./urlize.ts";

type Addressed = Pick<Site, "address">;

/** Most sites' addresses, which `URL` would leave as they are: origin and folder can be read off. */
const plainAddress = /^(https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,})((?:\/[\w-]+)*)\/?$/u;
/** Most paths: in NFC, without dot segments, and with nothing to escape but, in an absolute address, Hangul. */
const plainPath = /^(?:\/[\w~\uAC00-\uD7A3-][\w~\uAC00-\uD7A3.-]*)*\/?$/u;

const safeScheme = /^(?:https?|mailto|tel|sms|ftp|magnet|xmpp|geo):/iu;
const anyScheme = /^[a-z][a-z0-9+.-]*:/iu;

/** Where an address leads a reader: `nowhere` if it runs code, or means a file or a program of its author's computer alone. */
export function reachOf(address: string): "site" | "web" | "nowhere" {
  const bare = address.replace(/[\s\p{Cc}\p{Cf}]/gu, "");
  if (anyScheme.test(bare)) return safeScheme.test(bare) ? "web" : "nowhere";
  return address.startsWith("//") ? "web" : "site";
}

/** Whether the address of a picture is one on its author's computer: on its disk, or by a server that runs there. */
export function isOnDisk(address: string): boolean {
  return /^(?:file:|[a-z]:[\\/]|\/(?:Users|home)\/|https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0)(?![\w.-]))/iu.test(
    address,
  );
}

/** Paths of the pages that every site has. */
export const fixedPaths = {
  home: "/",
  posts: "/posts/",
  categories: "/categories/",
  tags: "/tags/",
  series: "/series/",
  archive: "/archive/",
  all: "/all/",
  find: "/find/",
  search: "/search/",
  about: "/about/",
  subscribe: "/subscribe/",
} as const;

/** The same paths in one language of a site: `/tags/`, `/en/tags/`. */
export function pathsOf({ prefix }: Pick<Site, "prefix">): Record<keyof typeof fixedPaths, string> {
  if (prefix === undefined) return fixedPaths;
  const below = Object.entries(fixedPaths).map(([name, path]) => [name, prefix + path]);
  return Object.fromEntries(below) as Record<keyof typeof fixedPaths, string>;
}

/** Above the pages of each kind of term. */
const aboveTerms = { category: "/categories/", tag: "/tags/", series: "/series/", word: "/find/" } as const;

/** A term's path from its slug: `/categories/지식-쌓기/`, `/tags/ai/ml/`. */
export function termPath(kind: keyof typeof aboveTerms, slug: string): string {
  return `${aboveTerms[kind]}${slug}/`;
}

/** The path of a list's page `number`, counted from 1: `/`, `/page/2/`. */
export function listPath(path: string, number: number): string {
  return number <= 1 ? path : `${path}page/${String(number)}/`;
}

/** The published file of a path, from the output folder: `posts/한글/index.html`, `rss.xml`; dot segments go. */
export function fileOf(path: string): string {
  const segments = path.normalize("NFC").split("/");
  const last = segments.pop() ?? "";
  return [...segments, last === "" ? "index.html" : last].filter((segment) => !/^\.{0,2}$/u.test(segment)).join("/");
}

/** The folder the site lives in, `/` or `/blog/`. */
export function basePath(site: Addressed): string {
  const [, , folder] = plainAddress.exec(site.address) ?? [];
  return folder === undefined ? `${new URL(site.address).pathname}/`.replace(/\/{2,}/gu, "/") : `${folder}/`;
}

/** What to print in `href` for a site-relative path, a `#fragment` allowed: base before it, NFC, Hangul raw, only those characters escaped that a browser or a reader would misread. */
export function href(site: Addressed, path: string): string {
  if (plainPath.test(path)) return `${basePath(site)}${path.slice(1)}`;
  const [, body = "", fragment] = /^([^#]*)(?:#([\s\S]*))?$/u.exec(path.normalize("NFC")) ?? [];
  const address = `${basePath(site)}${escaped(body)}`.replace(/\/{2,}/gu, "/");
  return fragment === undefined ? address : `${address}#${escaped(fragment)}`;
}

/** The absolute address of a site-relative path, percent-encoded for feeds, maps and headers. */
export function url(site: Addressed, path: string): string {
  const [, origin, folder] = plainAddress.exec(site.address) ?? [];
  if (origin !== undefined && plainPath.test(path)) return `${origin}${folder}/${encodeURI(path.slice(1))}`;
  return new URL(href(site, path), site.address).href;
}

/** The site-relative path that an href or absolute URL of ours means: decoded, NFC, without base, query and fragment; undefined for any other address. */
export function decodedPath(address: string, site: Addressed): string | undefined {
  const home = new URL(site.address);
  const target = URL.parse(address, home);
  if (target === null || target.host !== home.host || !/^https?:$/u.test(target.protocol)) return undefined;
  const base = basePath(site);
  const path = `/${decoded(target.pathname)}`.normalize("NFC").replace(/\/{2,}/gu, "/");
  if (!`${path}/`.startsWith(base)) return undefined;
  return `/${path.slice(base.length)}`;
}

/** Escapes all but letters, digits, marks, other visible signs and the signs a URL's path may hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\p{L}\p{N}\p{M}\p{S}\p{P}]|[\p{Default_Ignorable_Code_Point}%?#"<>\\^`{|}[\]]/gu, encodeURIComponent)
    .replaceAll("'", "%27");
}
