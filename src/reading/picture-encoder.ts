import type { Metadata } from "sharp";
import { shownParts } from "./picture-parts.ts";

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
  ["film", /^(?:[\s\S]{4}ftyp|\x1a\x45\xdf\xa3)/],
  ["svg", /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg\b/i],
];

/** The kind of a file from its first bytes. */
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

/** How WebP is made: a change of it gives every picture another name. */
export const recipe = { qualityAt640: 75, pixelsForOneLess: 50, effort: 4 } as const;

/** Sharp, loaded when first needed. It works on one picture by one thread: others are worked on beside it. */
export async function encoder() {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/**
 * A picture as WebP of a width, upright, in sRGB: the smaller of a photo's and, unless it was stored with losses already, a
 * drawing's; a WebP's own bytes where they are right and smaller. Rejects where it cannot be read to its end.
 */
export async function webpBytes(bytes: Buffer, width: number): Promise<Buffer> {
  const sharp = await encoder();
  const image = sharp(bytes, { failOn: "truncated" });
  const meta = await image.metadata();
  const sized = image.autoOrient().resize({ width, withoutEnlargement: true });
  // Wider ones are for screens so fine that nobody sees the difference.
  const quality = Math.round(recipe.qualityAt640 - Math.max(0, width - 640) / recipe.pixelsForOneLess);
  const photo = await sized.clone().webp({ quality, effort: recipe.effort, smartSubsample: true }).toBuffer();
  const isLossy = meta.format === "jpeg" || meta.format === "heif";
  const drawing = isLossy ? photo : await sized.clone().webp({ lossless: true, effort: recipe.effort }).toBuffer();
  const made = drawing.length <= photo.length ? drawing : photo;
  const isRight = meta.format === "webp" && meta.width === width && (meta.orientation ?? 1) === 1;
  const own = isRight ? shownParts(bytes, "webp") : undefined;
  return own && own.length <= made.length ? own : made;
}

/** A picture in its own format and size without what cameras and editors write into it; the same bytes where there is nothing of the kind. */
export async function bareBytes(bytes: Buffer): Promise<Buffer> {
  const kind = pictureKind(bytes);
  const shown = shownParts(bytes, kind);
  // It may move, and no camera turns one.
  if (shown && kind === "png") return shown;
  const image = (await encoder())(bytes, { animated: true });
  const meta = await image.metadata();
  const isTurned = (meta.orientation ?? 1) > 1;
  if (!isTurned && (shown || !hasMetadata(meta))) return shown ?? bytes;
  const format = meta.format === "heif" ? "avif" : meta.format;
  return image.autoOrient().keepIccProfile().toFormat(format, { quality: 90, mozjpeg: true }).toBuffer();
}

/** Whether an AVIF or TIFF holds more than its pixels: place, camera, thumbnail. */
function hasMetadata({ exif, xmp, iptc, tifftagPhotoshop }: Metadata): boolean {
  return [exif, xmp, iptc, tifftagPhotoshop].some((part) => part !== undefined);
}

const foreign = /<((?:\w+:)?foreignObject)\b(?:[^>]*\/>|[\s\S]*?<\/\1\s*>)/giu;

/**
 * An SVG without its foreign parts (HTML inside a drawing, which draw.io writes beside the same words as plain text),
 * undefined where it holds script, event attributes, script addresses or other markup that acts.
 */
export function stillSvg(source: string): string | undefined {
  const still = source.includes("foreignObject") ? source.replace(foreign, "") : source;
  return acts(still) ? undefined : still;
}

function acts(source: string): boolean {
  const text = source.replace(/&#x?[0-9a-f]+;|\s+/giu, " ");
  return /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b|\son[a-z]+\s*=|javascript\s*:|data\s*:\s*text\/html|<!ENTITY/iu.test(
    text,
  );
}
