import type { Entry } from "./post.ts";

/**
 * Every entry's own description by path, no two alike and none of `taken`: a summary that stands elsewhere too is told
 * apart by what `markDay` says of its day (`YYYY-MM-DD`), else by its title, at last by its address.
 */
export function descriptionsOf(
  entries: readonly Entry[],
  taken: readonly string[],
  markDay: (day: string) => string,
): ReadonlyMap<string, string> {
  const day = ({ date }: Entry) => (date === undefined ? "" : markDay(date.day));
  const shapes: readonly ((entry: Entry) => string)[] = [
    (entry) => entry.summary || entry.title,
    (entry) => joined([entry.summary || entry.title, day(entry)]),
    (entry) => joined([entry.title, entry.summary, day(entry)]),
    (entry) => joined([entry.title, entry.summary, entry.path]),
  ];
  const found = new Map<string, string>();
  const used = new Set(taken);
  let waiting = entries;
  for (const shape of shapes) waiting = settle(waiting, shape, { found, used });
  for (const entry of waiting) found.set(entry.path, entry.path);
  return found;
}

/** Notes the texts that only one entry has; returns the entries whose text is not theirs alone. */
function settle(
  entries: readonly Entry[],
  shape: (entry: Entry) => string,
  { found, used }: { readonly found: Map<string, string>; readonly used: Set<string> },
): Entry[] {
  const texts = entries.map(shape);
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const shared = entries.filter((entry, index) => {
    const text = texts[index] ?? "";
    const alone = counts.get(text) === 1 && !used.has(text);
    if (alone) found.set(entry.path, text);
    return !alone;
  });
  for (const text of texts) used.add(text);
  return shared;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
