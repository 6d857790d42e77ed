import type { EventEmitter } from "node:events";
import type { LoaderContext } from "astro/loaders";

/** What the dev server is told of each reading of the content. */
export interface ContentSeen {
  /** The report of all errors as the terminal tells it; empty where nothing is wrong. */
  readonly errors: string;
  /** Whether entries changed that can be shown at once. */
  readonly changed: boolean;
  /** Whether there are MDX entries that Astro can show only once it has written its store: half a second later. */
  readonly waits: boolean;
}

const event = "seogo:content-seen";
type Watcher = NonNullable<LoaderContext["watcher"]>;

/** Tells the dev server of a reading; its watcher is all that Astro gives to a loader and to an integration. */
export function tellSeen(watcher: Watcher | undefined, seen: ContentSeen): void {
  (watcher as EventEmitter | undefined)?.emit(event, seen);
}

/** Hears of every reading that follows. */
export function onSeen(watcher: object, hear: (seen: ContentSeen) => void): void {
  (watcher as EventEmitter).on(event, hear);
}
