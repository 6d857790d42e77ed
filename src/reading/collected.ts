import { isPublished } from "#model/post.ts";
import { buildTime } from "./clock.ts";
import { readEntries } from "./entry-store.ts";

/** What Astro's collections hold in a build, as its runtime takes a whole store: entries by collection and id, from what the reading left in `cacheDir`. */
export function collected(cacheDir: string): ReadonlyMap<string, ReadonlyMap<string, object>> {
  const now = buildTime();
  const shown = readEntries(cacheDir).filter((entry) => isPublished(entry, now));
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
