import { hash } from "node:crypto";

/** The first hex digits of the SHA-256 of bytes, or of a text's UTF-8. */
export function digest(content: string | Uint8Array, digits = 32): string {
  return hash("sha256", content, "hex").slice(0, digits);
}

/** Eight hex digits that stay the same for a text on every machine; lone surrogates count as U+FFFD. */
export function shortHash(text: string): string {
  return digest(text.toWellFormed(), 8);
}
