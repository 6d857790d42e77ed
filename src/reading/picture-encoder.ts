import { availableParallelism } from "node:os";
import type { Sharp } from "sharp";
import { byteStore, digestOf } from "#cache/store.ts";
import { Failure } from "#messages/failure.ts";
import { pictureKind } from "./picture-kind.ts";

/** How WebP is made: a change of it gives every picture another name. */
export const recipe = { quality: 75, effort: 4, smartSubsample: true } as const;

/** One file to make of a picture. */
export interface Encoding {
  /** Its source, from the repository's root. */
  readonly file: string;
  /** Tells it from all others: what is kept goes by it. */
  readonly name: string;
  /** The picture's bytes; throws where they are not those that its name was made of any more. */
  readonly bytes: () => Buffer;
  /** Pixels to make it wide; undefined to keep size and format, and only take what was written into it about its making. */
  readonly width?: number | undefined;
}

const store = byteStore(".seogo/pictures", ".bin");

/** The bytes of a file made of a picture, taken from the cache where they were made before; rejects with a Failure where it cannot be read. */
export async function encoded({ file, name, bytes, width }: Encoding): Promise<Buffer> {
  const sharp = await encoder();
  const key = keyOf(name, sharp.versions);
  const known = store.get(key);
  if (known) return known;
  const read = bytes();
  try {
    const made = width === undefined ? await bareBytes(read) : await webp(read, width);
    store.put(key, made);
    return made;
  } catch (cause) {
    throw new Failure([{ severity: "error", code: "picture-unreadable", file, values: { file } }], { cause });
  }
}

/** Encodes all that the cache lacks, some at once, and forgets what is not of `all`; tells `onStep` how many of `wanted` are done. */
export async function encodeAll(
  wanted: readonly Encoding[],
  all: readonly Encoding[],
  onStep: (done: number, count: number) => void,
): Promise<void> {
  if (wanted.length === 0) return;
  const { versions } = await encoder();
  store.prune(new Set(all.map(({ name }) => keyOf(name, versions))));
  const waiting = wanted.values();
  let done = 0;
  const work = async () => {
    for (const one of waiting) {
      await encoded(one);
      done += 1;
      onStep(done, wanted.length);
    }
  };
  // libuv has four threads for it; each picture takes its pixels' room.
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
}

function keyOf(name: string, { sharp, vips, webp }: Readonly<Record<string, string | undefined>>): string {
  return digestOf(name, sharp, vips, webp);
}

/** Loaded when first needed. It works on one picture by one thread: others are worked on beside it. */
async function encoder() {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** The smaller of a photo's and, unless it was stored with losses already, a drawing's WebP; a WebP's own bytes where they are right and smaller. */
async function webp(bytes: Buffer, width: number): Promise<Buffer> {
  const sharp = await encoder();
  const image = sharp(bytes, { failOn: "truncated" });
  const meta = await image.metadata();
  const sized = image.autoOrient().resize({ width, withoutEnlargement: true });
  const photo = await sized.clone().webp(recipe).toBuffer();
  const isLossy = meta.format === "jpeg" || meta.format === "heif";
  const drawing = isLossy ? photo : await sized.clone().webp({ lossless: true, effort: recipe.effort }).toBuffer();
  const made = drawing.length <= photo.length ? drawing : photo;
  const isRight = meta.format === "webp" && meta.width === width && !isTold(meta);
  return isRight && bytes.length <= made.length ? bytes : made;
}

/** A picture in its own format and size without what cameras and editors write into it; the same bytes where there is nothing of the kind. */
export async function bareBytes(bytes: Buffer): Promise<Buffer> {
  if (pictureKind(bytes) === "png") return barePng(bytes);
  const sharp = await encoder();
  const image = sharp(bytes, { animated: true });
  const meta = await image.metadata();
  if (!isTold(meta) && !(meta.format === "gif" && bytes.includes("XMP DataXMP"))) return bytes;
  const kept = image.autoOrient().keepIccProfile();
  return meta.format === "jpeg" ? kept.jpeg({ quality: 90, mozjpeg: true }).toBuffer() : kept.toBuffer();
}

/** A PNG without its texts, times and EXIF, frames and pixels as they were (PNG, third edition, § 11.3). */
function barePng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!/^(?:[tiz]TXt|tEXt|tIME|eXIf)$/u.test(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

type Metadata = Awaited<ReturnType<Sharp["metadata"]>>;

/** Whether a file holds more than its pixels: place, camera, thumbnail, comments. */
function isTold({ exif, xmp, iptc, tifftagPhotoshop, comments }: Metadata): boolean {
  return [exif, xmp, iptc, tifftagPhotoshop, comments].some((part) => part !== undefined);
}
