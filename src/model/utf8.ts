import { isUtf8, transcode } from "node:buffer";

/** The text of UTF-8 bytes, a byte order mark kept; undefined where they are something else. By way of UTF-16, which for Hangul is quicker than a decoder that stops at errors. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? transcode(bytes, "utf8", "utf16le").toString("utf16le") : undefined;
}
