import { hash } from "node:crypto";

/** Eight hex digits that stay the same for a text on every machine; lone surrogates count as U+FFFD. */
export function shortHash(text: string): string {
  return hash("sha256", text.toWellFormed(), "hex").slice(0, 8);
}
