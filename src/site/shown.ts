import { digestOf } from "#cache/store.ts";

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
