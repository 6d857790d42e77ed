import { fileOf } from "#model/address.ts";
import type { Address } from "#model/addresses.ts";
import { onPage } from "#model/addresses.ts";
import type { Surroundings } from "#model/neighbours.ts";
import type { PageKind } from "#model/page.ts";
import { filesToMake, keyOf, type PageMemory } from "#cache/page-keys.ts";
import type { EntryKeys } from "./entry-keys.ts";
import type { Library } from "./library.ts";

/** Set by `npm run build` (commands/build.ts); without them every page is made. */
const { SEOGO_OUT_DIR: outDir, SEOGO_PAGE_KEYS: folder, SEOGO_CODE: code } = process.env;
const memory: PageMemory | undefined = outDir && folder && code ? { outDir, folder, code } : undefined;

/** What `getStaticPaths` of the route `below/[...path]` returns for some kinds of page: only those that must be made. */
export function staticPaths(library: Library, below: string, kinds: readonly PageKind[]) {
  const route = `${below} ${kinds.join(" ")}`;
  const keyOfAddress = addressKeys(library);
  const candidates = library.addresses
    .filter(({ kind, path }) => kinds.includes(kind) && path.startsWith(below))
    .map((address) => ({
      params: { path: address.path.slice(below.length, -1) || undefined },
      props: { address },
      file: fileOf(address.path),
      key: () => keyOfAddress(address),
    }));
  return changed(route, candidates);
}

/** The same of a route `below/[number]`. */
export function numbered(paths: ReturnType<typeof staticPaths>) {
  return paths.map(({ params, props }) => ({ params: { number: params.path }, props }));
}

/** The candidates of a route that must be made; all of them outside an incremental build, which alone asks for keys. */
export function changed<C extends { readonly file: string; readonly key: () => string | undefined }>(
  route: string,
  candidates: readonly C[],
): readonly C[] {
  if (!memory) return candidates;
  const keyed = candidates.map((candidate) => ({ candidate, file: candidate.file, key: candidate.key() }));
  return filesToMake(memory, route, keyed).map(({ candidate }) => candidate);
}

/** Digests of all that addresses show from content; undefined where one shows too much to be worth telling. */
function addressKeys(library: Library): (address: Address) => string | undefined {
  const { catalogue, surroundings, keys } = library;
  const frame = keyOf(
    catalogue.series.length > 0,
    catalogue.pages.map((page) => [page.path, page.title]),
    catalogue.pictureOrigins,
  );
  const years = catalogue.archive.map(({ year }) => year);
  return ({ entry, shelf, number, count, kind, path, year: own }) => {
    if (entry) {
      if (entry.format === "mdx") return undefined;
      const about = catalogue.descriptions.get(entry.path);
      return keyOf(frame, kind, path, keys.whole(entry), about, ...around(surroundings(entry), keys));
    }
    if (kind === "archive-year") {
      const months = catalogue.archive.find(({ year }) => year === own)?.months;
      const posts = months?.flatMap((month) => month.posts.map(keys.line));
      return keyOf(frame, kind, path, years, posts);
    }
    const listed = kind === "posts" || kind === "home" ? catalogue.posts : shelf?.posts;
    if (!listed || !number || path === "/") return undefined;
    const posts = onPage(listed, number, catalogue).map(keys.line);
    return keyOf(frame, kind, path, number, count, listed.length, shelf?.label, posts);
  };
}

/** Keys joined to few texts, which are quicker to digest than lists in lists. */
function around(found: Surroundings | undefined, keys: EntryKeys): unknown[] {
  if (!found) return [];
  const { previous, next, related, categories, tags, series } = found;
  const posts = [previous, next, ...related].map((post) => (post ? keys.line(post) : ""));
  const shelves = [...categories, ...tags].map(keys.shelf);
  return [posts.join(), shelves.join(), categories.length, series && [series.path, keys.posts(series)]];
}
