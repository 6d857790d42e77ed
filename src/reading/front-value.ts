/** What front matter holds: scalars as written, lists, maps. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
/** Front matter as a map without a prototype. */
export type Data = Record<string, Value>;

/**
 * What an unquoted scalar means: null, true, false and numbers only in the one form that reads back the same,
 * so that `007`, `1.10`, `2020-06-01` and `yes` stay as the author wrote them.
 */
export function plainScalar(text: string): string | number | boolean | null {
  if (text === "" || text === "~" || text === "null") return null;
  if (text === "true") return true;
  if (text === "false") return false;
  return /^-?\d{1,15}(?:\.\d+)?$/u.test(text) && String(Number(text)) === text ? Number(text) : text;
}
