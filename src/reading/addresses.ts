import { dirname, extname, join } from "node:path/posix";
import type { FileMessage } from "#messages/message.ts";
import { fixedPaths } from "#model/address.ts";
import { shortHash } from "#model/digest.ts";
import { languageSites, siteFor } from "#model/languages.ts";
import { postPath } from "#model/post-path.ts";
import { folded, isReserved, ownRouteFinder } from "#model/reserved.ts";
import type { Site } from "#model/site.ts";
import { decoded, device, safePath, safeSlug } from "#model/urlize.ts";
import type { Code } from "#text/messages.ts";
import type { Draft } from "./draft.ts";
import type { Place } from "./fields.ts";
import type { FrontMatter } from "./schema.ts";
import type { ContentFile, FolderIndex } from "./walk.ts";

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
  const [whole, lang] = /\.(ko|en|ja|zh(?:-(?:[a-z]{2}){1,2})?|de|fr|es|ru|vi)$/iu.exec(bare) ?? [];
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

/** An address as its author wrote it (`/2020/글/`, `/old.html`, absolute, percent-encoded) as a path of ours in its own case: `index.html` goes, one without `/` in front stands beside `parent`, as in Hugo. */
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
  return fits ? clean : safeSlug(clean);
}

export interface Others {
  readonly index: FolderIndex;
  /** Route files below `src/pages`, the owner's own among them. */
  readonly routes: readonly string[];
  readonly site: Site;
}

/** Gives every address to one file; two that want the same, or one of the site's own, are errors naming both. */
export function addressBook(drafts: readonly Draft[], { index, routes, site }: Others) {
  const above = languageSites(site).map(({ prefix = "" }) => prefix);
  const isTaken = (path: string) =>
    (site.search === "own" && folded(path) === fixedPaths.search) ||
    above.some((prefix) => path.startsWith(`${prefix}/`) && isReserved(path.slice(prefix.length)));
  const ownRoute = ownRouteFinder(routes);
  // By address and by alias; case-folded, so that it holds on every disk.
  const byPath = new Map<string, Draft>();
  const problems: FileMessage[] = [];
  const teller =
    ({ file }: Draft, place: Place, address: string) =>
    (code: Code, other: FileMessage["values"]) =>
      problems.push({ severity: "error", file, ...place, code, values: { address, ...other } });
  for (const draft of drafts) {
    const { path, places } = draft;
    const tell = teller(draft, places.address, path);
    if (isTaken(path)) tell("address-reserved", {});
    const route = ownRoute(path);
    if (route) tell("address-of-page", { file: `src/pages/${route}` });
    const copied = inPublic(path, index);
    if (copied) tell("address-in-public", { file: copied });
    const other = byPath.get(folded(path));
    if (!other) byPath.set(folded(path), draft);
    else {
      tell("address-taken", { other: other.file });
      teller(other, other.places.address, other.path)("address-taken", { other: draft.file });
    }
  }
  for (const draft of drafts) {
    for (const alias of draft.aliases) {
      const tell = teller(draft, draft.places.aliases, alias);
      const [other, route] = [byPath.get(folded(alias)), ownRoute(alias)];
      // What leads on from a folder does so from a file of its name too.
      const copied = inPublic(alias, index) ?? inPublic(alias.replace(/\/?$/u, ".html"), index);
      if (other === draft) continue;
      if (other) tell("alias-taken", { other: other.file });
      else if (route) tell("address-of-page", { file: `src/pages/${route}` });
      else if (isTaken(alias)) tell("alias-reserved", {});
      else if (copied) tell("address-in-public", { file: copied });
      else byPath.set(folded(alias), draft);
    }
  }
  return { byPath, problems };
}

/** The file in public/ that would answer at an address. */
function inPublic(path: string, index: FolderIndex): string | undefined {
  const bare = path.replace(/\/$/u, "");
  return index.find(`public${bare}/index.html`) ?? index.find(`public${bare}`);
}
