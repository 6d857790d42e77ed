import type { EventEmitter } from "node:events";
import type { FileMessage } from "./message.ts";

/** What a dev server is told of each reading of the content. */
export interface ContentSeen {
  /** The report of all errors as the terminal tells it; empty where nothing is wrong. */
  readonly errors: string;
  readonly warnings: readonly FileMessage[];
  /** Whether other entries than before are shown. */
  readonly changed: boolean;
}

/** What is told: of a reading, and the report of data that Astro goes on without. */
interface Told {
  readonly "seogo:content": ContentSeen;
  readonly "seogo:lost": string;
}

// The log and the reader have copies of their modules, by Vite: the process is all that they share with the dev server.
const events: EventEmitter = process;

/** Tells the listener; returns whether there is one. */
export function tell<Name extends keyof Told>(name: Name, told: Told[Name]): boolean {
  return events.emit(name, told);
}

/** Sets the listener, in place of the one before: a dev server begins anew when its settings change. */
export function hear<Name extends keyof Told>(name: Name, listen: (told: Told[Name]) => void): void {
  events.removeAllListeners(name).on(name, listen);
}
