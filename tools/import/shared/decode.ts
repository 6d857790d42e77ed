import { decodeCp949, withoutControls } from "#reading/source-text.ts";

/** A file's bytes as text with LF line ends, and what had to be done for it. */
export interface Decoded {
  readonly text: string;
  /** `cp949`, `utf-16`, or `broken` where bytes stayed unreadable and became U+FFFD. */
  readonly encoding: "utf-8" | "cp949" | "utf-16" | "broken";
  /** True where control characters were taken out. */
  readonly controls: boolean;
}

/** Reads text in UTF-8, UTF-16 or CP949; BOM, CR and control characters go. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, encoding } = decodedBytes(bytes);
  const lines = text.replace(/^\uFEFF/u, "").replace(/\r\n?|\u2028|\u2029/gu, "\n");
  const clean = withoutControls(lines);
  return { text: clean, encoding, controls: clean !== lines };
}

function decodedBytes(bytes: Uint8Array): Pick<Decoded, "text" | "encoding"> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const korean = decodeCp949(bytes);
    if (korean !== undefined) return { text: korean, encoding: "cp949" };
    return { text: new TextDecoder("utf-8").decode(bytes), encoding: "broken" };
  }
}
