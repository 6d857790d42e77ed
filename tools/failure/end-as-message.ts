import { dirname } from "node:path";
import { failureText } from "#messages/failure.ts";
import { messagesOf } from "./messages-of.ts";

const root = dirname(dirname(import.meta.dirname));

/**
 * Imported first by every command: whatever stops it ends as our message and exit code 1; `SEOGO_DEBUG=1` adds the stack.
 * Commands ask for an owner's settings by `ownerSite()`, as mistakes in a static import come before all this.
 */
process.on("uncaughtException", (error) => {
  console.error(failureText(messagesOf(error, root)));
  if (process.env["SEOGO_DEBUG"] === "1") console.error(error.cause ?? error);
  process.exit(1);
});
