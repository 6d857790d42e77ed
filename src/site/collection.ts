import { getCollection } from "astro:content";
import type { Entry } from "#model/post.ts";
import { once } from "#model/once.ts";
import { readContent } from "#reading/content.ts";
import { buildTime } from "#reading/clock.ts";
import { bodyStore } from "#reading/entry-store.ts";
import { handedEntries } from "#reading/last-reading.ts";
import { renderedAgain } from "#reading/rendering.ts";
import { codeVersion } from "#cache/version.ts";
import { site } from "#site.config.ts";

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
  if (stored.some(({ digest }) => digest === undefined))
    throw new Error("This Astro does not ask for astro:data-layer-content: build with SEOGO_STORE=whole");
  if (stored.length !== known.length || stored.some((entry, index) => entry !== known[index])) known = stored;
  return known;
}

/** The HTML of a Markdown entry's body, from the cache, or made again where that is damaged. */
export async function htmlOf(entry: Entry): Promise<string> {
  const html = bodies.get(entry.digest);
  if (html !== undefined) return html;
  const reading = import.meta.env.DEV ? readAgain() : readOnce();
  const pipeline = codeVersion(process.cwd(), "content");
  return renderedAgain(entry, { reading, site, cacheDir, pipeline, prune: false });
}

const readAgain = () => readContent({ root: process.cwd(), site, now: buildTime() });
const readOnce = once(readAgain);
