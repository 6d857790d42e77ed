import { dirname, extname, join } from "node:path/posix";
import { postPath } from "#model/post-path.ts";
import { siteFor } from "#model/languages.ts";
import type { Site } from "#model/site.ts";
import { isReserved } from "#model/reserved.ts";
import { shortHash } from "#model/digest.ts";
import { decoded, safePath, safeSlug } from "#model/urlize.ts";
import type { Draft } from "./draft.ts";
import type { FrontMatter } from "./schema.ts";
import type { ContentFile } from "./walk.ts";

interface AddressParts {
  readonly from: ContentFile;
  readonly known: FrontMatter;
  readonly title: string;
  /** The author's day, `YYYY-MM-DD`. */
  readonly day: string | undefined;
  readonly site: Site;
}

/** An entry's address by its file's name and front matter alone: `url` (its written form leads there too), else by the pattern from `slug` or the file's name; other languages stand under `/en/`. */
export function ownAddress(parts: AddressParts): Pick<Draft, "id" | "path" | "aliases" | "lang"> {
  const { bare, lang: named } = nameOf(parts.from.name, parts.site.language);
  const lang = parts.known.lang || named;
  const above = siteFor({ lang }, parts.site).prefix ?? (named ? `/${named}` : "");
  const id = bare.replace(/(?<=.)\/index$/u, "");
  const usual = usualPath(parts, id);
  const written = (parts.known.url ? [parts.known.url] : []).map((url) => writtenPath(url, "/"));
  const path = written[0] === undefined ? above + usual : folderOf(written[0]);
  const others = (parts.known.aliases ?? []).map((alias) => writtenPath(alias, dirname(path.slice(0, -1) || "/")));
  const aliases = [...new Set([...written, ...others])].filter((alias) => alias !== path);
  return { id: named ? `${id}.${named}` : id, path, aliases, ...(lang && { lang }) };
}

/** `글.ko.md` is `글` on a Korean site, `글.en.md` is `글` in English. */
function nameOf(name: string, language: string): { bare: string; lang?: string } {
  const bare = name.slice(0, -extname(name).length);
  const [whole, lang] = /\.(ko|en|ja|zh(?:-[a-z]{2,4})?|de|fr|es|ru|vi)$/iu.exec(bare) ?? [];
  if (!whole || !lang) return { bare };
  const own = bare.slice(0, -whole.length);
  return lang.toLowerCase() === language ? { bare: own } : { bare: own, lang: lang.toLowerCase() };
}

function usualPath({ from, known, title, day, site }: AddressParts, id: string): string {
  const path =
    from.kind === "page"
      ? `/${safeSlug(known.slug || id)}/`
      : postPath(site.postPattern, { id, title, ...(known.slug && { slug: known.slug }), ...(day && { day }) });
  return known.slug ? path : unreserved(path);
}

/** An address that came of a file's name alone: with a hash at its end where it would be reserved (`/404/` → `/404-1a2b3c4d/`). */
function unreserved(path: string): string {
  if (!isReserved(path) || path === "/") return path;
  const other = `${path.slice(0, -1)}-${shortHash(path)}/`;
  return isReserved(other) ? path : other;
}

/** A written path as a folder made of safe names; the written form still leads there. */
function folderOf(path: string): string {
  const bare = path.replace(/\.html?$/iu, "");
  return bare === "/" ? "/" : `/${safePath(bare)}/`;
}

/**
 * An address as its author wrote it (`/2020/글/`, `a/b`, `/old.html`, absolute, percent-encoded) as a path of ours, in
 * its author's upper and lower case. One that ends in `.html` keeps that, `index.html` goes; one without `/` in front
 * stands beside `parent`, as in Hugo.
 */
function writtenPath(written: string, parent: string): string {
  const bare = written.replace(/^https?:\/\/[^/]*/iu, "").replace(/[?#].*$/su, "");
  const rooted = bare.startsWith("/") || bare !== written ? bare : join(parent, bare);
  const segments = decoded(rooted)
    .normalize("NFC")
    .split(/[/\\]/u)
    .map(safeSegment)
    .filter((segment) => segment !== "");
  if (/^index\.html?$/iu.test(segments.at(-1) ?? "")) segments.pop();
  const file = /\.html?$/iu.test(segments.at(-1) ?? "");
  return segments.length === 0 ? "/" : `/${segments.join("/")}${file ? "" : "/"}`;
}

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** One folder's name without what links, disks or servers cannot carry; empty for `.` and `..`. */
function safeSegment(segment: string): string {
  const clean = segment
    .toWellFormed()
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}<>:"|*\uFFFD]/gu, "")
    .replace(/[#?%]+/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[. ]+$/u, "");
  const fits = Buffer.byteLength(clean) <= 200 && !device.test(clean) && !/^\.(?:git|ht)/iu.test(clean);
  return clean === "" || fits ? clean : safeSlug(clean);
}
