import { dirname, extname } from "node:path/posix";
import { postPath } from "#model/post-path.ts";
import { siteFor } from "#model/languages.ts";
import type { Site } from "#model/site.ts";
import { isReserved } from "#model/reserved.ts";
import { shortHash } from "#model/digest.ts";
import { safePath, safeSlug } from "#model/urlize.ts";
import type { FrontMatter } from "./schema.ts";
import type { ContentFile } from "./walk.ts";
import { writtenPath } from "./written-path.ts";

/** Where a file's entry lives, by its name and front matter alone. */
export interface OwnAddress {
  readonly id: string;
  readonly path: string;
  readonly aliases: readonly string[];
  /** The language that `lang` states, or the file's name (`글.en.md`) where it is not the site's. */
  readonly lang?: string;
}

interface AddressParts {
  readonly from: ContentFile;
  readonly known: FrontMatter;
  readonly title: string;
  /** The author's day, `YYYY-MM-DD`. */
  readonly day: string | undefined;
  readonly site: Site;
}

/** An entry's address: `url` (its written form leads there too), else by the pattern from `slug` or the file's name; other languages stand under `/en/`. */
export function ownAddress(parts: AddressParts): OwnAddress {
  const { bare, lang: named } = nameOf(parts.from.name, parts.site.language);
  const lang = parts.known.lang || named;
  const above = siteFor({ lang }, parts.site).prefix ?? (named ? `/${named}` : "");
  const id = bare.replace(/(?<=.)\/index$/u, "");
  const usual = usualPath(parts, id);
  const path = parts.known.url ? folderOf(writtenPath(parts.known.url, "/")) : above + usual;
  const written = parts.known.url ? [writtenPath(parts.known.url, "/")] : [];
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
