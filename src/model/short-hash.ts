import { createHash } from "node:crypto";

/** Eight hex digits that stay the same for a text on every machine; lone surrogates count as U+FFFD. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text.toWellFormed(), "utf8").digest("hex").slice(0, 8);
}
