import { posix } from "node:path";
import { imageSize } from "image-size";
import { onceEach } from "#model/once.ts";
import { byCodePoint } from "#model/order.ts";
import { pictureName } from "#reading/pictures.ts";
import { stillSvg } from "#reading/picture-encoder.ts";
import { inBundle, type PageWork, type SourcePage } from "./blog.ts";
import { folderOf, globbed, type SourceTree } from "./source-tree.ts";
import { type Data, isMap, textAt, valueAt } from "./values.ts";

/** Tells whether a file that is called a picture cannot be published as one: its size cannot be read, or an SVG runs something. */
export function brokenPictures(tree: SourceTree): (file: string) => boolean {
  return onceEach((file) => pictureName.test(file) && !readsAsPicture(tree.bytes(file), file));
}

function readsAsPicture(bytes: Uint8Array, file: string): boolean {
  if (/\.svg$/iu.test(file)) return stillSvg(Buffer.from(bytes).toString("utf8")) !== undefined;
  try {
    return imageSize(bytes).width > 0;
  } catch {
    return false;
  }
}

/** How our page writes the picture that an address means; undefined for another site's, a missing one, or one that is no picture. */
export function pictureAt(address: string, { page, tools, notes }: PageWork): string | undefined {
  const local = tools.links.local(named(address, page));
  if (local === undefined) return undefined;
  const prefix = local.startsWith("/")
    ? undefined
    : textAt(page.data, "img_path", "media_subpath", "image_path_prefix");
  const prefixed = prefix === undefined ? undefined : tools.find(posix.join("/", prefix, local), page);
  const found = prefixed ?? tools.find(local, page);
  if (found === undefined) return undefined;
  const isFilm = /\.(?:mp4|m4v|webm|mov)$/iu.test(found.file);
  if (!isFilm && (!pictureName.test(found.file) || tools.isBroken(found.file))) return undefined;
  if (found.guessed && tools.blog.site.kind !== "obsidian")
    notes.push({ code: "picture-guessed", values: { address } });
  if (found.at.startsWith("/")) tools.files.set(found.at, found.file);
  return found.at;
}

/** A bundle's resource may be called by its `name` in `resources[]`. */
function named(address: string, page: SourcePage): string {
  const { resources } = page.data;
  if (!Array.isArray(resources)) return address;
  const source: unknown = resources.filter(isMap).find(({ name }) => name === address)?.["src"];
  return typeof source === "string" && !/[*?]/u.test(source) ? source : address;
}

/** The pictures that a glob (`images/*`) or a folder means, as our page writes them. */
export function picturesLike(pattern: string, at: PageWork): string[] {
  const { page, tools } = at;
  const folder = pattern.replace(/[^/]*[*?].*$/u, "").replace(/^\.?\/+|\/+$/gu, "");
  const fits = globbed(/[*?]/u.test(pattern) ? posix.basename(pattern) : "*");
  const roots = [page.bundle ?? [], tools.blog.folders.published, tools.blog.folders.assets].flat();
  const places = new Set(roots.map((root) => (folder === "" ? root : `${root}/${folder}`)));
  const files = [...places].flatMap((place) =>
    tools.tree
      .inside(place)
      .filter((file) => folderOf(file) === place && pictureName.test(file) && fits.test(posix.basename(file))),
  );
  return files.sort(byCodePoint).flatMap((file) => pictureAt(inBundle(file, page) ?? `/${file}`, at) ?? []);
}

/** A page's cover: its address and its alternative text. */
export interface Cover {
  readonly address: string;
  readonly alt?: string | undefined;
}

const keys =
  "image cover featured_image featuredimage featureimage feature_image thumbnail thumbnailimage coverimage cover_image heroimage ogimage banner banner_img index_img hero img images preview header.image header.teaser header.overlay_image header.og_image og_image top_img featuredimagepreview resources featured splash background photo teaser".split(
    " ",
  );

/** A page's cover as our post writes it; one that is missing keeps the author's address and is noted. */
export function pageCover(at: PageWork): Cover | undefined {
  const written = coverOf(at.page.data) ?? featureFile(at);
  if (written === undefined) return undefined;
  const { address } = written;
  const found = pictureAt(address, at);
  if (found === undefined && at.tools.links.local(address) !== undefined)
    at.notes.push({ code: "import-cover-missing", values: { address } });
  return { ...written, address: found ?? address };
}

/** The cover under whatever key its theme used. */
function coverOf(data: Data): Cover | undefined {
  const covers = keys.values().map((key) => coverAt(valueAt(data, key), key));
  const found = covers.find((cover) => cover !== undefined);
  return found && { alt: textAt(data, "imageAlt", "image_alt", "cover_alt", "featuredImageAlt", "alt"), ...found };
}

function coverAt(value: unknown, key: string): Cover | undefined {
  if (Array.isArray(value)) {
    const isCover = (item: unknown) =>
      isMap(item) && /cover|feature|thumb|header|preview/iu.test(textAt(item, "name") ?? "");
    return coverAt(key === "resources" ? value.find(isCover) : value[0], key);
  }
  if (isMap(value)) {
    const address = textAt(value, "src", "image", "url", "path", "feature", "img", "teaser", "file");
    const alt = textAt(value, "alt", "caption", "title");
    return address === undefined ? undefined : { address, ...(alt !== undefined && { alt }) };
  }
  const address = typeof value === "string" ? value.trim() : "";
  return (address !== "" && key === "image") || /[./]/u.test(address) ? { address } : undefined;
}

/** A picture named `feature…` beside a post, which some themes show by themselves. */
function featureFile({ page: { bundle }, tools }: PageWork): Cover | undefined {
  if (bundle === undefined) return undefined;
  const names = tools.tree.inside(bundle).map((file) => file.slice(bundle.length + 1));
  const address = names.find((name) => /^feature[^/]*$/u.test(name) && pictureName.test(name));
  return address === undefined ? undefined : { address };
}
