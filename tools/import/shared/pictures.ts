import { imageSize } from "image-size";
import { onceEach } from "#model/once.ts";
import { tried } from "#model/tried.ts";
import { pictureName } from "#reading/pictures.ts";
import { stillSvg } from "#reading/svg-parts.ts";
import keys from "./field-names.json" with { type: "json" };
import type { PageContext } from "./page-context.ts";
import type { SourceTree } from "./source-tree.ts";
import { type Data, isMap, textAt, valueAt } from "./values.ts";

/** Tells whether a file that is called a picture cannot be published as one: its size cannot be read, or an SVG runs something. */
export function brokenPictures(tree: SourceTree): (file: string) => boolean {
  return onceEach((file) => pictureName.test(file) && !readsAsPicture(tree.bytes(file), file));
}

function readsAsPicture(bytes: Uint8Array, file: string): boolean {
  if (/\.svg$/iu.test(file)) return stillSvg(Buffer.from(bytes).toString("utf8")) !== undefined;
  return (tried(() => imageSize(bytes).width) ?? 0) > 0;
}

/** A page's cover: its address and its alternative text. */
export interface Cover {
  readonly address: string;
  readonly alt?: string | undefined;
}

/** A page's cover as our post writes it; one that is missing keeps the author's address and is noted. */
export function pageCover(at: PageContext): Cover | undefined {
  const written = coverOf(at.page.data) ?? featureFile(at);
  if (written === undefined) return undefined;
  const { address } = written;
  const found = at.picture(address);
  if (found === undefined && at.tools.links.local(address) !== undefined) at.note("import-cover-missing", { address });
  return { ...written, address: found ?? address };
}

/** The cover under whatever key its theme used. */
function coverOf(data: Data): Cover | undefined {
  const covers = keys.covers
    .split(" ")
    .values()
    .map((key) => coverAt(valueAt(data, key), key));
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
function featureFile({ page: { bundle }, tools }: PageContext): Cover | undefined {
  if (bundle === undefined) return undefined;
  const names = tools.tree.inside(bundle).map((file) => file.slice(bundle.length + 1));
  const address = names.find((name) => /^feature[^/]*$/u.test(name) && pictureName.test(name));
  return address === undefined ? undefined : { address };
}
