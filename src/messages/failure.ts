import { messageLanguage } from "#text/problems.ts";
import type { Message } from "./message.ts";
import { messageLine } from "./report.ts";

/** Stops a command for reasons that we can name; its text is what the author reads, and no stack distracts from it. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly messages: readonly Message[];

  constructor(messages: readonly Message[], options?: ErrorOptions) {
    super(messages.map((message) => messageLine(message, messageLanguage())).join("\n"), options);
    this.messages = messages;
    this.stack = "";
  }
}
