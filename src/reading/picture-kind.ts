/** What a file is by its bytes, whatever its name says. */
export type PictureKind =
  "png" | "jpg" | "gif" | "webp" | "avif" | "heic" | "bmp" | "tiff" | "jxl" | "film" | "svg" | "unknown";

const signatures: readonly (readonly [PictureKind, RegExp])[] = [
  ["png", /^\x89PNG/],
  ["jpg", /^\xff\xd8\xff/],
  ["gif", /^GIF8/],
  ["webp", /^RIFF[\s\S]{4}WEBP/],
  ["bmp", /^BM/],
  ["tiff", /^(?:II\*\0|MM\0\*)/],
  ["jxl", /^(?:\xff\x0a|\0\0\0\x0cJXL )/],
  ["avif", /^[\s\S]{4}ftyp(?:avi[fs]|[\s\S]{0,24}avif)/],
  ["heic", /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/],
  ["film", /^[\s\S]{4}(?:ftyp|moov|mdat|wide|skip|free|pnot)/],
  ["svg", /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg\b/i],
];

export function pictureKind(bytes: Uint8Array): PictureKind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return signatures.find(([, signature]) => signature.test(head))?.[0] ?? "unknown";
}

/** Whether these are pixels that do not move, of a kind that can be made WebP. */
export function isStill(kind: PictureKind, bytes: Buffer): boolean {
  if (kind === "png") return !bytes.subarray(0, bytes.indexOf("IDAT")).includes("acTL");
  if (kind === "webp") return bytes.toString("latin1", 12, 16) !== "VP8X" || ((bytes[20] ?? 0) & 2) === 0;
  return kind === "jpg" || kind === "tiff" || (kind === "avif" && bytes.toString("latin1", 8, 12) !== "avis");
}

/** The ending to publish a file under: its own, or that of what it is where its name says something else (`photo.jfif`, a WebP named `.jpg`). */
export function trueEnding(kind: PictureKind, written: string): string {
  const isJpeg = kind === "jpg" && written === ".jpeg";
  return isJpeg || !/^(?:png|jpg|gif|webp|avif)$/u.test(kind) ? written : `.${kind}`;
}

/** The bytes that stand behind the comma of a `data:` address. */
export function dataBytes(data: string, isBase64: boolean): Buffer {
  const signs = data
    .replace(/[^\0-\x7f]+/gu, encodeURIComponent)
    .replace(/%([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number(`0x${code}`)));
  return Buffer.from(signs, isBase64 ? "base64" : "latin1");
}
