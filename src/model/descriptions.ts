import type { Entry } from "./post.ts";

const shapes: readonly ((entry: Entry) => string)[] = [
  (entry) => entry.summary || entry.title,
  (entry) => joined([entry.summary || entry.title, day(entry)]),
  (entry) => joined([entry.title, entry.summary, day(entry)]),
  (entry) => joined([entry.title, entry.summary, entry.path]),
];

/**
 * Every entry's own description by path, no two alike and none of `taken`: a summary that stands elsewhere too is told
 * apart by its day, else by its title, at last by its address.
 */
export function descriptionsOf(entries: readonly Entry[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const used = new Set(taken);
  let waiting = entries;
  for (const shape of shapes) {
    const counts = new Map<string, number>();
    for (const entry of waiting) counts.set(shape(entry), (counts.get(shape(entry)) ?? 0) + 1);
    const shared = (entry: Entry) => used.has(shape(entry)) || counts.get(shape(entry)) !== 1;
    const still = waiting.filter(shared);
    for (const entry of waiting) if (!shared(entry)) found.set(entry.path, shape(entry));
    for (const text of counts.keys()) used.add(text);
    waiting = still;
  }
  for (const entry of waiting) found.set(entry.path, entry.path);
  return found;
}

function day(entry: Entry): string {
  return entry.date === undefined ? "" : `(${entry.date.day})`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
