import type { Catalogue } from "#model/catalogue.ts";
import { onceEach } from "#model/once.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";

/**
 * What search engines are told each entry is about, by path, no two alike and none the site's own: a summary that stands
 * elsewhere too is told apart by its day, else by its title, at last by its address. Made once for a catalogue.
 */
export const descriptionsOf: (catalogue: Catalogue) => ReadonlyMap<string, string> = onceEach(
  ({ site, posts, pages }) => {
    const text = outputText(site.language);
    const day = ({ date }: Entry) => (date === undefined ? "" : text.writtenOn(date.day));
    const shapes: readonly ((entry: Entry) => string)[] = [
      (entry) => entry.summary || entry.title,
      (entry) => joined([entry.summary || entry.title, day(entry)]),
      (entry) => joined([entry.title, entry.summary, day(entry)]),
      (entry) => joined([entry.title, entry.summary, entry.path]),
    ];
    const found = new Map<string, string>();
    const used = new Set([site.description]);
    let waiting: readonly Entry[] = [...posts, ...pages];
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
  },
);

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
