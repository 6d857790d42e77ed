import { resolve } from "node:path";
import type { Entry } from "#model/post.ts";

interface Handed {
  readonly cacheDir: string;
  readonly entries: readonly Entry[];
}

/** One process loads our modules up to three times (Node, Vite, the bundle that prints pages): only what is global is common to them. */
const common = globalThis as { [place]?: Handed };
const place = Symbol.for("seogo.entries");

/** Leaves entries for whoever asks in this process, in place of those left before. */
export function handEntries(cacheDir: string, entries: readonly Entry[]): void {
  common[place] = { cacheDir: resolve(cacheDir), entries };
}

/** The entries left last for a cache folder, the same array until others are left; undefined where this process has read none. */
export function handedEntries(cacheDir: string): readonly Entry[] | undefined {
  const handed = common[place];
  return handed?.cacheDir === resolve(cacheDir) ? handed.entries : undefined;
}
