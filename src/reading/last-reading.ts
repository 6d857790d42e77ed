import { resolve } from "node:path";
import type { Entry } from "#model/post.ts";

interface Left {
  readonly cacheDir: string;
  readonly entries: readonly Entry[];
}

/** The reader and the pages of the dev server have copies of our modules, by Vite: this process is all that they share. */
const shared = process as NodeJS.Process & { seogoLastReading?: Left };

/** Leaves what a reading of the dev server found for all that ask in this process, in place of what was left before. */
export function handEntries(cacheDir: string, entries: readonly Entry[]): void {
  shared.seogoLastReading = { cacheDir: resolve(cacheDir), entries };
}

/** The entries left last for a cache folder, the same array until others are left; undefined where this process has read none. */
export function handedEntries(cacheDir: string): readonly Entry[] | undefined {
  const last = shared.seogoLastReading;
  return last?.cacheDir === resolve(cacheDir) ? last.entries : undefined;
}
