import { resolve } from "node:path";
import type { Entry } from "#model/post.ts";

/**
 * What the dev server's last reading left, for the pages. Vite gives the reader and the pages copies of our modules of
 * their own, but of this one (`lastReading` in tools/build/shared-modules.ts).
 */
let last: { readonly cacheDir: string; readonly entries: readonly Entry[] } | undefined;

/** Leaves entries for all that ask in this process, in place of those left before. */
export function handEntries(cacheDir: string, entries: readonly Entry[]): void {
  last = { cacheDir: resolve(cacheDir), entries };
}

/** The entries left last for a cache folder, the same array until others are left; undefined where this process has read none. */
export function handedEntries(cacheDir: string): readonly Entry[] | undefined {
  return last?.cacheDir === resolve(cacheDir) ? last.entries : undefined;
}
