import { cataloguesOf } from "#model/catalogues.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { readEntries } from "./entry-store.ts";

const made = (entries: readonly Entry[], at: { site: Site; now: number }) => ({
  entries,
  catalogues: cataloguesOf(entries, at),
});

let last: ReturnType<typeof made> | undefined;

/**
 * What the last reading left in `cacheDir`: all entries, drafts too, and a catalogue of what is published of them in each
 * language at `now` (milliseconds since the epoch); the same object for the same question.
 */
export function builtCatalogues(cacheDir: string, at: { site: Site; now: number }): ReturnType<typeof made> {
  const entries = readEntries(cacheDir);
  const known = last?.catalogues[0];
  if (!last || last.entries !== entries || known?.site !== at.site || known.now !== at.now) last = made(entries, at);
  return last;
}
