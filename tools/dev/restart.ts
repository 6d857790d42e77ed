import type { EventEmitter } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Astro begins anew with its settings, but its collections keep to the watcher that ends then and loses its listeners: all
 * is read again when it has, and once more where something changed meanwhile; from then on it passes on what the new sees.
 */
export async function keepReading(before: EventEmitter, now: EventEmitter, read: () => Promise<void>): Promise<void> {
  let missed = false;
  for (const event of ["add", "change", "unlink"])
    now.on(event, (file) => {
      if (!before.emit(event, file)) missed = true;
    });
  while (before.listenerCount("change") > 0) await pause(50);
  // Astro reads nothing while it still begins, nor while its settings or collections are wrong, which may last.
  for (let wait = 50; missed || before.listenerCount("change") === 0; wait = Math.min(2 * wait, 2000)) {
    missed = false;
    await read();
    await pause(wait);
  }
}
