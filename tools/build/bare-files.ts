import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampOf } from "#cache/stamp.ts";
import { byteStore, digestOf } from "#cache/store.ts";
import { codeVersion } from "#cache/version.ts";
import { photoPlace, tellsPlace } from "#reading/film-parts.ts";
import { bareBytes, barePictures } from "#reading/picture-encoder.ts";
import { type PictureKind, pictureKind } from "#reading/picture-kind.ts";
import { pictureName } from "#reading/pictures.ts";
import { Failure } from "#messages/failure.ts";
import { mediaName } from "#model/media.ts";
import { errorOf, type Message } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import { hasKnownName, headOf } from "#tools/prove/disguised.ts";
import { systemFile } from "#tools/prove/file-signs.ts";
import { filesIn } from "#tools/prove/site-files.ts";

const named = new RegExp(`${pictureName.source}|${mediaName.source}`, "iu");
/** Texts in which photos may stand as `data:` addresses. */
const textName = /\.(?:html?|css|jsonl?|xml|txt|md|csv|webmanifest)$/iu;

/** What a photo that may tell where it was taken says of itself; a TIFF is Exif itself, and does not say so. */
const photoSigns = new RegExp(`Exif|EXIF|ns\\.adobe\\.com/xap|${photoPlace.source}`, "u");

/** What a file without a name for its kind may be all the same. */
const pixels: ReadonlySet<PictureKind> = new Set(["png", "jpg", "gif", "webp", "avif", "film"]);
const kindOf = (file: string) => pictureKind(headOf(file));

/**
 * Takes out of the site's folder what systems left in `public/` (`publicFiles`), and from the pictures that were copied
 * there, or into `assets/` by Astro, where and with what they were taken; those of posts came without. Rejects with a
 * Failure that names those that may still tell it.
 */
export async function bareFiles(root: string, folder: string, publicFiles: readonly string[]): Promise<void> {
  for (const path of publicFiles) if (systemFile.test(path)) rmSync(join(folder, path), { force: true });
  const made = join(folder, "assets");
  const assets = existsSync(made) ? filesIn(made).map((path) => `assets/${path}`) : [];
  const isPicture = (path: string) =>
    named.test(path) || textName.test(path) || (!hasKnownName(path) && pixels.has(kindOf(join(folder, path))));
  const paths = [...publicFiles, ...assets].filter((path) => existsSync(join(folder, path)) && isPicture(path));
  // By the stamp of the source; empty where it is right as it is.
  const store = byteStore(join(root, ".seogo/bare"), ".bin");
  const version = codeVersion(root, "bare");
  const left: Message[] = [];
  const keys = new Set<string>();
  for (const path of paths) {
    const own = join(root, "public", path);
    const key = digestOf(version, path, stampOf(existsSync(own) ? own : join(folder, path)));
    keys.add(key);
    const known = store.get(key);
    const bare = known ?? (await changedBytes(path, readFileSync(join(folder, path))));
    if (typeof bare === "string") {
      const file = `public/${path}`;
      left.push(errorOf(bare, { file }, { file }));
      continue;
    }
    if (!known) store.put(key, bare);
    if (bare.length > 0) writeFileSync(join(folder, path), bare);
  }
  store.prune(keys);
  if (left.length > 0) throw new Failure(left);
}

/** Gives files copied from `public/` the names that links have, in NFC, where macOS spelt them in parts; returns the names. */
export function composedNames(folder: string, publicFiles: readonly string[]): string[] {
  const names = new Set(publicFiles);
  for (const path of publicFiles) {
    const name = path.normalize("NFC");
    if (names.has(name) || !existsSync(join(folder, path))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    renameSync(join(folder, path), join(folder, name));
  }
  return publicFiles.map((path) => path.normalize("NFC"));
}

/** What to publish in place of a file, empty where it is right; or why it may still tell what a camera wrote. */
async function changedBytes(path: string, bytes: Buffer): Promise<Buffer | Code> {
  if (mediaName.test(path) && tellsPlace(bytes)) return "film-place";
  try {
    const bare = await (textName.test(path) ? barePictures(bytes) : bareBytes(bytes));
    return bare.equals(bytes) ? Buffer.alloc(0) : bare;
  } catch {
    const holds = textName.test(path) || /\.svg$/iu.test(path);
    const tells = !mediaName.test(path) && photoSigns.test(bytes.toString("latin1"));
    if (!tells && !holds) return Buffer.alloc(0);
    return pictureKind(bytes) === "heic" ? "picture-heic" : "picture-unreadable";
  }
}
