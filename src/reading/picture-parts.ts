import type { PictureKind } from "./picture-kind.ts";

/** A piece of a picture's file, and what names it there. */
type Part = readonly [from: number, to: number, name: string];

/** What says how pixels, frames and colours are shown; all else in a file is words, places, thumbnails, programs' own notes. */
const shown = {
  png: /^(?:IHDR|PLTE|IDAT|IEND|tRNS|bKGD|hIST|pHYs|sPLT|sBIT|cHRM|gAMA|iCCP|sRGB|cICP|mDCV|cLLI|acTL|fcTL|fdAT)$/u,
  webp: /^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/u,
  gif: /^(?:image|f9|ff (?:NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1012))$/u,
  jpg: /^(?:pixels|[cd].|e0 JFIF|e2 ICC_PROFILE|ee Adobe)/u,
} as const;
const partsOf = { png: pngParts, webp: webpParts, gif: gifParts, jpg: jpegParts } as const;

/** A PNG, WebP, GIF or JPEG with only the parts that say how it looks, pixels as they were, nothing behind its end (a cut may leave the rest there); undefined for other kinds. */
export function shownParts(bytes: Buffer, kind: PictureKind): Buffer | undefined {
  if (!(kind === "png" || kind === "webp" || kind === "gif" || kind === "jpg")) return undefined;
  const parts = [...partsOf[kind](bytes)];
  const kept = parts.filter(([, , name]) => shown[kind].test(name));
  const head = bytes.subarray(0, parts[0]?.[0]);
  const bare = Buffer.concat([head, ...kept.map(([from, to]) => bytes.subarray(from, to))]);
  if (kind !== "webp") return bare;
  bare.writeUInt32LE(bare.length - 8, 4);
  // Its first chunk says whether EXIF and XMP follow.
  if (bare.toString("latin1", 12, 16) === "VP8X") bare[20] = (bare[20] ?? 0) & ~0x0c;
  return bare;
}

/** Chunks (PNG, third edition, § 5.3). */
function* pngParts(bytes: Buffer): Generator<Part> {
  for (let at = 8, name = ""; at + 12 <= bytes.length && name !== "IEND";) {
    const end = at + 12 + bytes.readUInt32BE(at);
    name = bytes.toString("latin1", at + 4, at + 8);
    yield [at, end, name];
    at = end;
  }
}

/** Chunks of the RIFF container (RFC 9649). */
function* webpParts(bytes: Buffer): Generator<Part> {
  const last = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= last;) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    yield [at, end, bytes.toString("latin1", at, at + 4)];
    at = end;
  }
}

/** Images and extensions, each ended by an empty block (GIF89a). */
function* gifParts(bytes: Buffer): Generator<Part> {
  const byte = (at: number) => bytes[at] ?? 0;
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(byte(10));
  while (byte(at) === 0x21 || byte(at) === 0x2c) {
    const from = at;
    const isImage = byte(at) === 0x2c;
    const label = byte(at + 1).toString(16);
    const name = isImage ? "image" : label === "ff" ? `ff ${bytes.toString("latin1", at + 3, at + 14)}` : label;
    at += isImage ? 11 + colours(byte(at + 9)) : 2;
    while (byte(at) > 0) at += 1 + byte(at);
    yield [from, ++at, name];
  }
  yield [at, at + 1, "image"];
}

/** Segments (ITU T.81 annex B); from the first scan on to the end of the image they are one part. */
function* jpegParts(bytes: Buffer): Generator<Part> {
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda && at + 4 <= bytes.length) {
    const end = bytes[at + 1] === 0xff ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2);
    const label = (bytes[at + 1] ?? 0).toString(16);
    yield [at, end, `${label} ${bytes.toString("latin1", at + 4, at + 15)}`];
    at = end;
  }
  const last = bytes.indexOf(Uint8Array.of(0xff, 0xd9), at);
  yield [at, last < 0 ? bytes.length : last + 2, "pixels"];
}
