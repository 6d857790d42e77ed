import { existsSync } from "node:fs";
import { posix } from "node:path";
import { imageSize } from "image-size";
import { writeWhole } from "#cache/store.ts";
import type { FileMessage } from "#messages/message.ts";
import { digest } from "#model/digest.ts";
import { isFilm, isOpened, mediaName } from "#model/media.ts";
import { onceEach } from "#model/once.ts";
import { publishedSizes } from "#model/picture-sizes.ts";
import type { Picture } from "#model/post.ts";
import { decoded } from "#model/urlize.ts";
import type { FileMemory } from "./file-memory.ts";
import { tellsPlace } from "./film-parts.ts";
import { contentRootOf, type FolderIndex } from "./walk.ts";
import { pictureBytes, webpPath } from "./picture-files.ts";
import { dataBytes, isStill, pictureKind, trueEnding } from "./picture-kind.ts";

/** What a look-up found: a picture of ours, or why there is none. */
export type PictureAnswer =
  | { readonly kind: "found"; readonly picture: Picture }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "missing"; readonly similar?: string }
  | {
      readonly kind: "refused";
      readonly code: "picture-outside" | "svg-script" | "picture-heic" | "picture-unreadable" | "film-place";
      readonly file: string;
    };

interface PicturePlace {
  readonly root: string;
  readonly index: FolderIndex;
  /** The site's own address, with which an author may begin a picture's. */
  readonly home: string;
  readonly memory?: FileMemory | undefined;
}

/** Finds the picture file an author's address means from a file of the content. */
export type PictureFinder = (address: string, from: string) => PictureAnswer;

/** What the names of picture files end in. */
export const pictureName = /\.(?:a?png|jpe?g|jfif|gif|webp|avif|hei[cf]|svg|bmp|ico|tiff?|jxl)$/iu;
/** Kinds whose files say what they are in their first bytes. */
const signedName = /\.(?:a?png|jpe?g|jfif|gif|webp|avif)$/iu;

/** A finder over a repository: beside the post, in public/, in the content's root, in that order; each file is read once. */
export function pictureFinder(at: PicturePlace): PictureFinder {
  const { root, index, home, memory } = at;
  const answerFor = onceEach((file: string) => {
    const look = () => publishedPicture(root, file);
    return memory?.of(file, look) ?? look();
  });
  return (address, from) => {
    const pasted = pastedFile(root, address);
    if (pasted !== undefined) return answerFor(pasted);
    const path = localPath(address, home);
    if (path === undefined) return { kind: "elsewhere" };
    const { candidates, outside } = placesOf(path, from);
    const file =
      candidates.map((candidate) => index.find(candidate)).find((found) => found !== undefined) ??
      (path.includes("/") ? undefined : index.named(decoded(path)));
    const isPublished = (name: string) => pictureName.test(name) || isFilm(name) || isOpened(name);
    if (file !== undefined) return isPublished(file) ? answerFor(file) : { kind: "elsewhere" };
    const similar = candidates.map((candidate) => index.findLoosely(candidate)).find((found) => found !== undefined);
    if (similar !== undefined) return { kind: "missing", similar };
    return outside ? { kind: "refused", code: "picture-outside", file: address } : { kind: "missing" };
  };
}

/** What to tell of a picture that is refused, or missing where another file is likely meant. */
export function pictureProblem(
  answer: PictureAnswer,
  written: string,
): Pick<FileMessage, "severity" | "code" | "values"> | undefined {
  const address = written.startsWith("data:") ? `${written.slice(0, 30)}…` : written;
  if (answer.kind === "refused")
    return { severity: "error", code: answer.code, values: { address, file: answer.file } };
  if (answer.kind !== "missing" || answer.similar === undefined) return undefined;
  return { severity: "warning", code: "picture-similar", values: { address, similar: answer.similar } };
}

/** The path an address writes, without query and fragment; undefined for another site's. */
function localPath(address: string, home: string): string | undefined {
  const own = address.startsWith(home) ? `/${address.slice(home.length)}` : address;
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(own) ? undefined : own;
}

/** Paths from the repository's root where the picture may lie, most likely first. */
function placesOf(path: string, from: string): { candidates: string[]; outside: boolean } {
  const base = contentRootOf(from);
  const bare = path.replace(/[?#].*$/u, "");
  const spellings = [...new Set([path, bare, decoded(bare), decoded(bare).replaceAll("\\", "/")])];
  const places = spellings.flatMap((spelling) => {
    const tail = posix.normalize(spelling.replaceAll("\\", "/").replace(/^(?:\.{0,2}\/)+/u, ""));
    const beside = spelling.startsWith("/") ? [] : [posix.join(posix.dirname(from), spelling)];
    return [...beside, `public/${tail}`, `${base}/${tail}`];
  });
  const normal = [...new Set(places.map((place) => posix.normalize(place).normalize("NFC")))];
  const candidates = normal.filter((place) => place.startsWith("public/") || place.startsWith(`${base}/`));
  return { candidates, outside: normal.some((place) => place.startsWith("../")) };
}

function publishedPicture(root: string, file: string): PictureAnswer {
  const bytes = pictureBytes(`${root}/${file}`);
  const written = posix.extname(file).toLowerCase();
  if (bytes === undefined) return { kind: "refused", code: "svg-script", file };
  const kind = pictureKind(bytes);
  if (kind === "unknown" && signedName.test(file)) return { kind: "refused", code: "picture-unreadable", file };
  if (kind === "heic") return { kind: "refused", code: "picture-heic", file };
  const path = `/pictures/${asciiStem(file)}-${digest(bytes, 10)}${trueEnding(kind, written)}`;
  if (mediaName.test(file) && tellsPlace(bytes)) return { kind: "refused", code: "film-place", file };
  if (!pictureName.test(file)) return { kind: "found", picture: { file, path, bytes: bytes.length } };
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    const sizes = isStill(kind, bytes) ? publishedSizes(size) : undefined;
    if (!sizes) return { kind: "found", picture: { file, path, ...size } };
    return { kind: "found", picture: { file, path: webpPath(bytes), ...sizes, original: path } };
  } catch {
    if (written === ".svg") return { kind: "found", picture: { file, path } };
    return { kind: "refused", code: "picture-unreadable", file };
  }
}

/** Writes a picture that was pasted into a text down as a file, so that it is published like any other. */
function pastedFile(root: string, address: string): string | undefined {
  const [, type = "", coded, data = ""] =
    /^data:(?:image\/)?([^,;]*)[^,]*?(;\s*base64)?,([\s\S]+)$/iu.exec(address) ?? [];
  const bytes = dataBytes(data, coded !== undefined);
  const kind = pictureKind(bytes);
  const ending = `.${kind === "unknown" ? type.toLowerCase().replace("jpeg", "jpg") : kind}`;
  if (!pictureName.test(ending)) return undefined;
  const file = `.seogo/pasted/pasted-${digest(bytes, 16)}${ending}`;
  if (!existsSync(`${root}/${file}`)) writeWhole(`${root}/${file}`, bytes);
  return file;
}

function asciiStem(file: string): string {
  const name = posix.basename(file, posix.extname(file)).normalize("NFKD");
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/gu, "");
  return stem === "" ? "picture" : stem;
}
