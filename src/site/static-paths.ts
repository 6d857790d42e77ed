import { fileOf } from "#model/address.ts";
import type { Address } from "#model/addresses.ts";
import { changed } from "./changed.ts";
import { type Library, openLibraries } from "./library.ts";
import { keyOf } from "./page-layouts.ts";

type PageKind = Address["kind"];

/** What `getStaticPaths` of the route `below/[...path]`, or one whose parameter has another name, returns for some kinds of page: only those that must be made. */
export async function staticPaths(below: string, kinds: readonly PageKind[], parameter = "path") {
  const [own] = await openLibraries();
  const candidates = candidatesOf(own, below, kinds);
  const named = candidates.map((candidate) => ({ ...candidate, params: { [parameter]: candidate.params.path } }));
  return changed(`${below} ${kinds.join(" ")}`, named);
}

/** The same of the route `[...path]`, which makes all pages of other languages than the site's own too. */
export async function everyPath(kinds: readonly PageKind[]) {
  const [own, ...others] = await openLibraries();
  return changed("/", [...candidatesOf(own, "/", kinds), ...others.flatMap((library) => candidatesOf(library, "/"))]);
}

function candidatesOf(library: Library, below: string, kinds?: readonly PageKind[]) {
  return library.addresses
    .filter(({ kind, path }) => (kinds?.includes(kind) ?? true) && path.startsWith(below))
    .map((address) => ({
      params: { path: address.path.slice(below.length, -1) || undefined },
      props: { path: address.path, address },
      file: fileOf(address.path),
      key: () => keyOf(library, address),
    }));
}
