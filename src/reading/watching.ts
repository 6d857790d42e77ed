import type { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { LoaderContext } from "astro/loaders";

/** What the dev server is told of each reading of the content. */
export interface ContentSeen {
  /** The report of all errors as the terminal tells it; empty where nothing is wrong. */
  readonly errors: string;
  /** Whether other entries than before are shown. */
  readonly changed: boolean;
}

const [seen, stored] = ["seogo:content-seen", "seogo:content-stored"];
/** Astro writes its store no sooner after a change, and hardly ever later (milliseconds). */
const [soonestMs, latestMs] = [450, 5000];

/**
 * How long to wait after a change before a file is read (milliseconds): git and editors write several files, some save
 * one twice, and the watcher tells nothing of a second change within 50.
 */
export const togetherMs = 60;

/** The dev server's watcher: all that Astro gives both to a loader and to an integration. */
export type Watcher = NonNullable<LoaderContext["watcher"]>;

/** Tells the dev server of a reading. */
export function tellSeen(watcher: Watcher | undefined, what: ContentSeen): void {
  (watcher as EventEmitter | undefined)?.emit(seen, what);
}

/** Hears of every reading that follows. */
export function onSeen(watcher: object, hear: (what: ContentSeen) => void): void {
  (watcher as EventEmitter).on(seen, hear);
}

/** Tells the reader that Astro has written its store. */
export function tellStored(watcher: object): void {
  (watcher as EventEmitter).emit(stored);
}

/** Resolves when Astro has written what its store was just given. */
export async function untilStored(watcher: Watcher | undefined): Promise<void> {
  await pause(soonestMs);
  const told = new Promise<void>((resolve) => (watcher as EventEmitter | undefined)?.once(stored, resolve));
  await Promise.race([told, pause(latestMs, undefined, { ref: false })]);
}
