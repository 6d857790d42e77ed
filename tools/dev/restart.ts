import type { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** The watchers of a dev server that begins anew: the one it had at first, the one that ends, which may be the same, and the new. */
interface Watchers {
  readonly first: EventEmitter;
  readonly ended: EventEmitter;
  readonly now: EventEmitter;
}

/**
 * Astro begins anew with its settings, but its collections keep to the first watcher, and so to a server that is no more:
 * all is read again when that has ended and its watcher lost its listeners, and once more where something changed
 * meanwhile; from then on the first passes on what the new sees.
 */
export async function keepReading({ first, ended, now }: Watchers, read: () => Promise<void>): Promise<void> {
  let missed = false;
  const events = ["add", "addDir", "change", "unlink"];
  for (const event of events)
    now.on(event, (file) => {
      if (!first.emit(event, file)) missed = true;
    });
  while (ended.listenerCount("change") > 0) await pause(50);
  for (const event of events) first.removeAllListeners(event);
  // Astro reads nothing while it still begins, nor while its settings or collections are wrong, which may last.
  for (let wait = 50; missed || first.listenerCount("change") === 0; wait = Math.min(2 * wait, 2000)) {
    missed = false;
    await read();
    await pause(wait);
  }
}
