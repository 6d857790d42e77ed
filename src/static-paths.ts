import { fileOf } from "#model/address.ts";
import type { Address } from "#model/addresses.ts";
import { onPage } from "#model/addresses.ts";
import type { Surroundings } from "#model/neighbours.ts";
import type { PageKind } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import { filesToMake, keyOf, type PageMemory } from "#publishing/page-keys.ts";
import type { Library } from "./library.ts";

/** Set by `npm run build` (commands/build.ts); without them every page is made. */
const { SEOGO_OUT_DIR: outDir, SEOGO_PAGE_KEYS: folder, SEOGO_CODE: code } = process.env;
const memory: PageMemory | undefined = outDir && folder && code ? { outDir, folder, code } : undefined;

/** What `getStaticPaths` of the route `below/[...path]` returns for some kinds of page: only those that must be made. */
export function staticPaths(library: Library, below: string, kinds: readonly PageKind[]) {
  const route = `${below} ${kinds.join(" ")}`;
  const candidates = library.addresses
    .filter(({ kind, path }) => kinds.includes(kind) && path.startsWith(below))
    .map((address) => ({
      params: { path: address.path.slice(below.length, -1) || undefined },
      props: { address },
      file: fileOf(address.path),
      key: memory && addressKey(address, library),
    }));
  return changed(route, candidates);
}

/** The candidates of a route that must be made; all of them outside an incremental build. */
export function changed<C extends { readonly file: string; readonly key: string | undefined }>(
  route: string,
  candidates: readonly C[],
): readonly C[] {
  return memory ? filesToMake(memory, route, candidates) : candidates;
}

/** Digest of all that an address shows from content; undefined where it shows too much to be worth telling. */
function addressKey(address: Address, library: Library): string | undefined {
  const { catalogue, surroundings } = library;
  const { entry, shelf, number, count, kind, path } = address;
  const frame = [kind, path, catalogue.series.length > 0, catalogue.pages.map((page) => [page.path, page.title])];
  if (entry) {
    if (entry.format === "mdx") return undefined;
    return keyOf(frame, entry, catalogue.descriptions.get(entry.path), around(surroundings.get(entry)));
  }
  if (kind === "archive-year") {
    const years = catalogue.archive.map(({ year }) => year);
    const posts = catalogue.archive.find(({ year }) => year === address.year)?.months.flatMap((month) => month.posts);
    return keyOf(frame, years, posts?.map(line));
  }
  const listed = kind === "posts" || kind === "home" ? catalogue.posts : shelf?.posts;
  if (!listed || !number || path === "/") return undefined;
  return keyOf(frame, number, count, listed.length, shelf?.label, onPage(listed, number, catalogue).map(line));
}

function around(found: Surroundings | undefined): unknown {
  if (!found) return undefined;
  const { previous, next, related, categories, tags, series } = found;
  const shelves = [...categories, ...tags].map(({ label, path }) => [label, path]);
  return [previous, next, ...related]
    .map((post) => post && line(post))
    .concat(shelves, series?.path, series?.posts.map(line));
}

/** What a list says of a post. */
function line({
  path,
  title,
  summary,
  date,
  updated,
  draft,
  featured,
  categories,
  tags,
  image,
  minutes,
}: Entry): unknown {
  return [path, title, summary, date, updated, draft, featured, categories, tags, image, minutes];
}
