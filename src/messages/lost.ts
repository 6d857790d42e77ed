import type { EventEmitter } from "node:events";
import type { Message } from "./message.ts";

// The dev server has a second copy of the log in Vite: this process is all that they share.
const events: EventEmitter = process;

/** Tells those who listen of data that Astro goes on without; whether anybody does. */
export const tellLost = (lost: Message): boolean => events.emit("seogo:lost", lost);

/** Hears of all that is told so from now on. */
export const onLost = (hear: (lost: Message) => void) => void events.on("seogo:lost", hear);
