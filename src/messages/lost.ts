import type { EventEmitter } from "node:events";
import type { Message } from "./message.ts";

// The dev server has a second copy of the log in Vite: this process is all that they share.
const events: EventEmitter = process;

/** Tells the listener of data that Astro goes on without; returns whether there is a listener. */
export const tellLost = (lost: Message): boolean => events.emit("seogo:lost", lost);

/** Sets the listener, in place of the one before: a dev server begins anew when its settings change. */
export function onLost(hear: (lost: Message) => void): void {
  events.removeAllListeners("seogo:lost").on("seogo:lost", hear);
}
