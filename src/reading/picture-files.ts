import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { byteStore, digestOf } from "#cache/store.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { digest } from "#model/digest.ts";
import { mediaName } from "#model/media.ts";
import { sizePath } from "#model/picture-sizes.ts";
import type { Picture } from "#model/post.ts";
import { bareBytes, barePictures, encoder, recipe, webpBytes } from "./picture-encoder.ts";
import { pictureKind } from "./picture-kind.ts";
import { bareSvg, stillSvg } from "./svg-parts.ts";

/** One file that is published of a picture. */
export interface PictureFile {
  /** Its source, from the repository's root. */
  readonly file: string;
  /** Site-relative. */
  readonly path: string;
  /** Pixels of a WebP to be made; absent where the source's own format is published. */
  readonly width?: number | undefined;
}

const store = byteStore(".seogo/pictures", ".bin");

/** Where the WebP of a picture is published: equal pictures are one, whatever their files' names. */
export function webpPath(bytes: Uint8Array): string {
  return `/pictures/${digest(Buffer.concat([bytes, Buffer.from(JSON.stringify(recipe))]), 10)}.webp`;
}

/** The files to publish of a picture: one for each of its sizes. */
export function pictureFiles({ file, path, width, widths }: Picture): PictureFile[] {
  if (widths === undefined) return [{ file, path }];
  return [...widths.map((one) => ({ file, path: sizePath(path, one), width: one })), { file, path, width }];
}

/** The bytes of a file to publish, without what cameras and editors write into pictures, from the cache where they were made before; rejects with a Failure where one cannot be read. */
export async function publishedBytes(one: PictureFile): Promise<Buffer> {
  const { file, path, width } = one;
  const broken = (cause: unknown) => new Failure([errorOf("picture-unreadable", { file }, { file })], { cause });
  if (!isMade(one)) {
    const bytes = pictureBytes(file) ?? Buffer.alloc(0);
    if (!/\.svg$/iu.test(file)) return bytes;
    return barePictures(bytes).catch((cause: unknown) => Promise.reject(broken(cause)));
  }
  const key = keyOf(one, (await encoder()).versions);
  const known = store.get(key);
  if (known) return known;
  const read = readFileSync(file);
  const name = width === undefined ? digest(read, 10) : webpPath(read).replace(/\.webp$/u, "");
  if (!path.includes(name)) throw new Error(`${file} was changed meanwhile`);
  try {
    const made = width === undefined ? await bareBytes(read) : await webpBytes(read, width);
    store.put(key, made);
    return made;
  } catch (cause) {
    // A file that is a film by its name alone holds nothing that the finder has not looked for.
    if (mediaName.test(path) && pictureKind(read) === "unknown") return read;
    throw broken(cause);
  }
}

/** Makes all that the cache lacks, some at once, and forgets what is not of `all`; tells `say` how many are done, at every tenth. */
export async function makeAll(
  wanted: readonly PictureFile[],
  all: readonly PictureFile[],
  say: (done: number, count: number) => void,
): Promise<void> {
  const waiting = wanted.filter(isMade);
  if (waiting.length === 0) return;
  const { versions } = await encoder();
  store.prune(new Set(all.map((one) => keyOf(one, versions))));
  const next = waiting.values();
  let done = 0;
  const work = async () => {
    for (const one of next) {
      await publishedBytes(one);
      done += 1;
      if (done % 10 === 0) say(done, waiting.length);
    }
  };
  // libuv has four threads for it; each picture takes its pixels' room.
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
}

function isMade({ path, width }: PictureFile): boolean {
  return width !== undefined || /\.(?:a?png|jpe?g|gif|webp|avif|tiff?|jxl|mp4|m4v|mov|3gp|m4a)$/iu.test(path);
}

function keyOf({ path, width }: PictureFile, { sharp, vips, webp }: Readonly<Record<string, string | undefined>>) {
  return width === undefined ? digestOf(path, sharp, vips, "bare") : digestOf(path, sharp, vips, webp);
}

/** What a source is published as where nothing is made of it: its bytes, an SVG's without foreign parts and editors' words; undefined where an SVG acts. */
export function pictureBytes(file: string): Buffer | undefined {
  const bytes = readFileSync(file);
  if (!/\.svg$/iu.test(file)) return bytes;
  const source = bytes.toString("utf8");
  const still = stillSvg(source);
  return still === undefined ? undefined : Buffer.from(bareSvg(still));
}
