import type { EventEmitter } from "node:events";
import { statSync } from "node:fs";
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

/** Keeps changes of Astro's settings back while a server begins with those before: two at once leave none, and Astro forgets the second. */
export function settingsKeeper(file: string) {
  let begunMs: number | undefined = Date.now();
  return async (now: EventEmitter, begun: unknown): Promise<void> => {
    now.on("change", (name) => {
      if (name === file) begunMs ??= Date.now();
    });
    const emit = now.emit.bind(now);
    now.emit = (event, ...args: unknown[]) => args[0] === file || emit(event, ...args);
    // Reading goes on for as long as something is wrong, which the settings may mend.
    await Promise.race([begun, pause(20_000, undefined, { ref: false })]);
    now.emit = emit;
    const isLater = (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > (begunMs ?? Infinity);
    begunMs = undefined;
    if (isLater) now.emit("change", file);
  };
}
