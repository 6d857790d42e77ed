import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sizePath } from "#model/picture-sizes.ts";
import type { Picture } from "#model/post.ts";
import { type Encoding, encoded, recipe } from "./picture-encoder.ts";
import { stillSvg } from "./svg-source.ts";

/** One file that is published of a picture. */
export interface PictureFile {
  /** Its source, from the repository's root. */
  readonly file: string;
  /** Site-relative. */
  readonly path: string;
  /** Pixels of a WebP to be made; absent where the source's own format is published. */
  readonly width?: number | undefined;
}

const told = /\.(?:a?png|jpe?g|gif|webp|avif|tiff?)$/iu;

/** Where the WebP of a picture is published: equal pictures are one, whatever their files' names. */
export function webpPath(bytes: Uint8Array): string {
  return `/pictures/${shortDigest(bytes, JSON.stringify(recipe))}.webp`;
}

/** Ten hex digits. */
export function shortDigest(bytes: Uint8Array, more = ""): string {
  return createHash("sha256").update(bytes).update(more).digest("hex").slice(0, 10);
}

/** The files to publish of a picture: one for each of its sizes. */
export function pictureFiles({ file, path, width, widths }: Picture): PictureFile[] {
  if (widths === undefined) return [{ file, path }];
  return [...widths.map((one) => ({ file, path: sizePath(path, one), width: one })), { file, path, width }];
}

/** How a file is made; undefined where its source is published as it is. */
export function encodingOf({ file, path, width }: PictureFile): Encoding | undefined {
  if (width === undefined && !told.test(path)) return undefined;
  const bytes = () => {
    const read = readFileSync(file);
    const digest = width === undefined ? shortDigest(read) : shortDigest(read, JSON.stringify(recipe));
    if (!path.includes(digest)) throw new Error(`${file} was changed meanwhile`);
    return read;
  };
  return { file, name: path, bytes, width };
}

/** The bytes of a file to publish, without what cameras and editors write into pictures; rejects where a picture cannot be read. */
export async function publishedBytes(one: PictureFile): Promise<Buffer> {
  const encoding = encodingOf(one);
  return encoding ? encoded(encoding) : (pictureBytes(one.file) ?? Buffer.alloc(0));
}

/** What a source is published as where nothing is made of it: its bytes, an SVG's without foreign parts; undefined where an SVG acts. */
export function pictureBytes(file: string): Buffer | undefined {
  const bytes = readFileSync(file);
  if (!/\.svg$/iu.test(file)) return bytes;
  const source = bytes.toString("utf8");
  const still = stillSvg(source);
  return still === source ? bytes : still === undefined ? undefined : Buffer.from(still);
}
