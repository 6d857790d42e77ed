import type { Entry } from "./post.ts";

/** Compares by Unicode code point of UTF-16 units: the same on every machine, unlike locale order. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Newest first; entries without a date stand last; ties by path. */
export function newestFirst(a: Entry, b: Entry): number {
  const gap = (b.date?.epochMs ?? Number.NEGATIVE_INFINITY) - (a.date?.epochMs ?? Number.NEGATIVE_INFINITY);
  return gap || byCodePoint(a.path, b.path);
}

/** Order of reading within a series: weight, then oldest first, ties by path; what has no weight or date stands last. */
export function inReadingOrder(a: Entry, b: Entry): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.weight ?? last) - (b.weight ?? last) ||
    (a.date?.epochMs ?? last) - (b.date?.epochMs ?? last) ||
    byCodePoint(a.path, b.path)
  );
}
