import { fileOf } from "#model/address.ts";
import type { PageKind } from "#model/page.ts";
import { filesToMake, type PageMemory } from "#cache/page-keys.ts";
import { digestOf } from "#cache/store.ts";
import { type Library, openLibraries } from "./library.ts";
import { shownAt } from "./page-props.ts";

/** Set by `npm run build` (tools/build/build-site.ts); without them every page is made. */
const { SEOGO_OUT_DIR: outDir, SEOGO_PAGE_KEYS: folder, SEOGO_CODE: code } = process.env;
const memory: PageMemory | undefined = outDir && folder && code ? { outDir, folder, code } : undefined;

/** What `getStaticPaths` of the route `below/[...path]`, or one whose parameter has another name, returns for some kinds of page: only those that must be made. */
export async function staticPaths(below: string, kinds: readonly PageKind[], parameter = "path") {
  const [own] = await openLibraries();
  const candidates = candidatesOf(own, below, kinds);
  const named = candidates.map((candidate) => ({ ...candidate, params: { [parameter]: candidate.params.path } }));
  return changed(`${below} ${kinds.join(" ")}`, named);
}

/** The same of the route `[...path]`, which makes all pages of other languages than the site's own. */
export async function everyPath(kinds: readonly PageKind[]) {
  const [own, ...others] = await openLibraries();
  return changed("/", [...candidatesOf(own, "/", kinds), ...others.flatMap((library) => candidatesOf(library, "/"))]);
}

function candidatesOf(library: Library, below: string, kinds?: readonly PageKind[]) {
  return library.addresses
    .filter(({ kind, path }) => (kinds?.includes(kind) ?? true) && path.startsWith(below))
    .map((address) => ({
      params: { path: address.path.slice(below.length, -1) || undefined },
      props: { address },
      file: fileOf(address.path),
      key: () => {
        const shown = shownAt(library, address);
        return shown && digestOfProps(shown);
      },
    }));
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

const known = new WeakMap<object, string>();

/** Digest of what a page shows; what many pages share (lines, entries, the site) is digested once. */
function digestOfProps(props: object): string {
  return digestOf(Object.entries(props).map(([name, part]) => `${name}:${digestOfPart(part)}`));
}

function digestOfPart(value: unknown): string {
  if (typeof value !== "object" || value === null) return digestOfValue(value);
  if (Array.isArray(value)) return value.map(digestOfValue).join();
  const made = known.get(value);
  const parts = () => Object.entries(value).map(([name, part]) => `${name}:${digestOfValue(part)}`);
  return made ?? parts().join();
}

/** Digest of plain data, which must not be changed afterwards: it is made once for an object. */
export function digestOfValue(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const digest = known.get(value) ?? digestOf(value);
  known.set(value, digest);
  return digest;
}
