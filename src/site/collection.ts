import { getCollection } from "astro:content";
import type { Entry } from "#model/post.ts";
import { bodyStore } from "#reading/bodies.ts";
import { handedEntries } from "#reading/handed-entries.ts";

const cacheDir = ".seogo";
const bodies = bodyStore(cacheDir);
let known: readonly Entry[] = [];

/** What Astro's collections hold, in a build the published entries alone; the same array until the content changes. */
export async function storedEntries(): Promise<readonly Entry[]> {
  if (!import.meta.env.DEV && known.length > 0) return known;
  // The dev server shows an edit at once; Astro writes its store half a second later.
  const handed = import.meta.env.DEV ? handedEntries(cacheDir) : undefined;
  const stored =
    handed ?? [...(await getCollection("posts")), ...(await getCollection("pages"))].map(({ data }) => data);
  if (stored.length !== known.length || stored.some((entry, index) => entry !== known[index])) known = stored;
  return known;
}

/** The entry whose source is a file, at its path from the root. */
export async function entryOf(file: string): Promise<Entry | undefined> {
  return (await storedEntries()).find((entry) => entry.file === file);
}

/** The HTML of a Markdown entry's body. */
export function htmlOf({ digest }: Pick<Entry, "digest">): string {
  return bodies.html(digest);
}
