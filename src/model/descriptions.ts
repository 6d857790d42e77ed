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
  for (const shape of shapes) {
    const byText = [...Map.groupBy(waiting, shape)];
    waiting = byText.flatMap(([text, sharing]) => {
      const [first, ...others] = sharing;
      const isAlone = first !== undefined && others.length === 0 && !used.has(text);
      used.add(text);
      if (isAlone) found.set(first.path, text);
      return isAlone ? [] : sharing;
    });
  }
  for (const entry of waiting) found.set(entry.path, entry.path);
  return found;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
