import { type Entry, isPublished } from "#model/post.ts";
import { buildTime } from "./clock.ts";
import { readEntries } from "./entry-store.ts";
import { handedEntries } from "./handed-entries.ts";

type Collections = ReadonlyMap<string, ReadonlyMap<string, object>>;

/**
 * What Astro's collections hold, as its runtime takes a whole store: entries by collection and id; in a build from what
 * the reading left in `cacheDir`, in the dev server what the last reading handed on, always as it is now.
 */
export function collected(cacheDir: string): Collections {
  let last = handedEntries(cacheDir);
  let made = collectionsOf(last ?? published(cacheDir));
  if (last === undefined) return made;
  const live = new Map(made);
  live.get = (name) => {
    const entries = handedEntries(cacheDir) ?? [];
    if (entries !== last) [last, made] = [entries, collectionsOf(entries)];
    return made.get(name);
  };
  return live;
}

function published(cacheDir: string): Entry[] {
  const now = buildTime();
  return readEntries(cacheDir).filter((entry) => isPublished(entry, now));
}

function collectionsOf(shown: readonly Entry[]): Collections {
  const ofKind = (kind: "post" | "page") => {
    const items = shown.filter((entry) => entry.kind === kind);
    return new Map(
      items.map((data) => [
        data.id,
        { id: data.id, data, digest: data.digest, filePath: data.file, deferredRender: true },
      ]),
    );
  };
  return new Map([
    ["posts", ofKind("post")],
    ["pages", ofKind("page")],
  ]);
}
