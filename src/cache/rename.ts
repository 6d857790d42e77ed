import { renameSync } from "node:fs";

/** What Windows answers while a scanner, an editor or a server holds a file. */
const held = new Set(["EPERM", "EBUSY", "EACCES"]);
/** Milliseconds between trials: two seconds in all. */
const waits = [10, 20, 50, 100, 200, 400, 600, 620];

/** Renames at once, or as soon as nothing holds the file or folder any more; throws what the last trial, two seconds later, throws. */
export function rename(from: string, to: string, attempt = renameSync): void {
  for (const wait of waits) {
    try {
      attempt(from, to);
      return;
    } catch (error) {
      if (!held.has(String((error as NodeJS.ErrnoException).code))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  attempt(from, to);
}
