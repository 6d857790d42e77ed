import type { EventEmitter } from "node:events";
import type { Message } from "./message.ts";

// The dev server has a second copy of the log in Vite: this process is all that they share.
const events: EventEmitter = process;

/** Tells those who listen of data that Astro goes on without; whether anybody does. */
export const tellLost = (lost: Message): boolean => events.emit("seogo:lost", lost);

/** Hears of all that is told so from now on, in place of who heard before: a dev server begins anew with its settings. */
export function onLost(hear: (lost: Message) => void): void {
  events.removeAllListeners("seogo:lost").on("seogo:lost", hear);
}
