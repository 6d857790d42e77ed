import { blankBoxes, photoPlace } from "./film-parts.ts";
import { dataBytes, pictureKind } from "./picture-kind.ts";
import { shownParts } from "./picture-parts.ts";
import { bareSvg } from "./svg-parts.ts";

/** How WebP is made: a change of it gives every picture another name. */
export const recipe = { qualityAt640: 75, pixelsForOneLess: 50, effort: 4 } as const;

/** Sharp, loaded when first needed. It works on one picture by one thread: others are worked on beside it. */
export async function encoder() {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** A picture as WebP of a width, upright, in sRGB: the smaller of a photo's and a drawing's (not of one stored with losses), or a WebP's own bytes; rejects where it cannot be read to its end. */
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

/** A picture, film or sound in its own format and size without what cameras and editors write into it; the same bytes where there is nothing of the kind. */
export async function bareBytes(bytes: Buffer): Promise<Buffer> {
  const kind = pictureKind(bytes);
  if (kind === "film" || kind === "jxl") return blankBoxes(bytes);
  if (kind === "svg") return barePictures(Buffer.from(bareSvg(bytes.toString())));
  const shown = kind === "avif" ? blankBoxes(bytes) : shownParts(bytes, kind);
  const image = (await encoder())(bytes, { animated: true });
  const meta = await image.metadata();
  const isTurned = (meta.orientation ?? 1) > 1;
  // Place, camera, thumbnail.
  const tells = kind === "avif" && (meta.exif ?? meta.xmp ?? meta.iptc) !== undefined;
  if (shown && !isTurned && !tells) return shown;
  const format = meta.format === "heif" ? "avif" : meta.format;
  const upright = image.autoOrient().keepIccProfile();
  // A TIFF's fields may stand anywhere in it, so that no part of it is trusted.
  if (kind === "tiff")
    return upright
      .toColourspace(meta.space ?? "srgb")
      .tiff({ compression: "deflate" })
      .toBuffer();
  return upright.toFormat(format, { quality: 90, mozjpeg: true }).toBuffer();
}

/** A kind without base64, where signs of a picture follow. */
const plainly = String.raw`[^"'(),<>\s]{0,200},(?=%ff%d8|%89png|riff|gif8|%00%00%00|ii\*|mm%00)`;
/** In quotes on several lines, or in one piece; in an address within an address its signs are encoded, and what is no sign of base64 ends it. */
const inside = new RegExp(
  String.raw`data(?::|%3a)(?:(?<=["']\s{0,9}data:)[^"',]{0,200};\s*base64,(?:[^"',%]|%(?:2[bf]|3d|0[ad]|20))+|[^"'(),<>\s]{0,200}(?:;|%3b)base64(?:,|%2c)(?:[^"'(),<>\s%]|%(?:2[bf]|3d|0[ad]|20))+|(?<="\s{0,9}data:)${plainly}[^"]+|(?<='\s{0,9}data:)${plainly}[^']+|${plainly}[^"'()<>\s]+)`,
  "giu",
);

/** A drawing, a page, a style or other text whose pictures in `data:` addresses say no more than they show; the same bytes where none does. Rejects where one that cannot be read says a place. */
export async function barePictures(text: Buffer): Promise<Buffer> {
  const source = text.toString("latin1");
  let [bare, at] = ["", 0];
  for (const { 0: all, index } of source.matchAll(inside)) {
    const [, head = "", coded, comma = "", data = ""] = /^(.*?)(;\s*base64|%3bbase64)?(,|%2c)(.*)$/isu.exec(all) ?? [];
    const signs = data.replace(/&#(x?\w+);/giu, (_, code: string) => String.fromCharCode(Number(`0${code}`)));
    const bytes = dataBytes(signs, coded !== undefined);
    const made = await bareBytes(bytes).catch((cause: unknown) => {
      if (photoPlace.test(bytes.toString("latin1"))) throw cause;
      return bytes;
    });
    const kept = made.equals(bytes) ? all : `${head}${coded ?? ";base64"}${comma}${made.toString("base64")}`;
    bare += source.slice(at, index) + kept;
    at = index + all.length;
  }
  return Buffer.from(bare + source.slice(at), "latin1");
}
