import { filesToMake, type PageMemory } from "#cache/page-keys.ts";
import { digestOf } from "#cache/store.ts";

/** Set by `npm run build` (tools/build/build-site.ts); without them every page is made. */
const { SEOGO_OUT_DIR: outDir, SEOGO_PAGE_KEYS: folder, SEOGO_CODE: code } = process.env;
const memory: PageMemory | undefined = outDir && folder && code ? { outDir, folder, code } : undefined;

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
export function digestOfProps(props: object): string {
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
