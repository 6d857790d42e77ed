import { isOnDisk } from "#model/address.ts";
import { isFilm, isOpened } from "#model/media.ts";
import type { Picture } from "#model/post.ts";
import { halfColumn, sourceSet } from "#model/picture-sizes.ts";
import { originOf, remoteAddress } from "#model/remote-pictures.ts";
import { interfaceWords } from "#text/markdown.ts";
import { givenSize, printedSize, sizedAddress, sizedAlt, type WrittenSize } from "./picture-size.ts";
import { decoded, printed } from "./links.ts";
import { restoredAddress, restoredText } from "./sentinels.ts";
import {
  element,
  isBlank,
  isElement,
  ours,
  type Properties,
  type PropertyValue,
  text,
  type TreeElement,
  type TreeNode,
} from "./tree.ts";
import { offsetOf, type Step, type Work, warn } from "./work.ts";

/** How a picture of another site is asked for: when it comes into view, without telling that site which page shows it. */
const fromElsewhere = { loading: "lazy", decoding: "async", referrerPolicy: "no-referrer" } as const;

/** Pages that Obsidian shows where a picture stands. */
const played =
  /^https:\/\/(?:(?:www|m)\.)?(?:youtube\.com\/(?:watch|shorts)|youtu\.be|(?:twitter|x)\.com\/\w+\/status)\b/iu;

/**
 * Points an image at its published picture with its size, or at another site's, whose size is its author's to tell; one
 * that is not found becomes a marked note with its alt text, a note of its author's that `![[글]]` names a link.
 */
export const picture: Step = (node, work) => {
  const src = String(node.properties["src"] ?? "");
  // In a table the bar between a name and the size is written with a backslash.
  const behind = sizedAddress(restoredAddress(decoded(src)).replace(/\\$/u, ""));
  const { address } = behind;
  // Its bytes as they were pasted may say where a photo was taken.
  work.hidesWords ||= /^data:/iu.test(address);
  const isWiki = work.source.startsWith("![[", offsetOf(node)) && node.position !== undefined;
  const { alt, ...beside } = sizedAlt(writtenAlt(node, isWiki, work), isWiki);
  const given = givenSize(node.properties);
  const width = beside.width ?? behind.width ?? given.width;
  const height = beside.height ?? behind.height ?? given.height;
  const { title } = node.properties;
  const zoom = Number.parseInt(String(node.properties["zoom"] ?? ""), 10) || undefined;
  const found = work.options.picture(address);
  if (found) {
    work.pictures.push(found);
    const zoomed = zoom && found.width && Math.round((found.width * zoom) / 100);
    const size = printedSize(found, { width: width ?? zoomed, height });
    const own = printed(found.path, work);
    const film = { src: own, controls: true, preload: "metadata", ...size, ariaLabel: alt || undefined, title };
    if (isFilm(found.path)) return [element("video", film)];
    if (isOpened(found.path)) return [element("a", { href: own, title }, [text(alt || address)])];
    node.properties = ownPicture(found, { size, alt, title }, work);
    return undefined;
  }
  // How large another site's picture is, nobody knows here.
  if (zoom) warn(work, "html-removed", { offset: offsetOf(node), values: { written: `zoom:${String(zoom)}%` } });
  const remote = remoteAddress(sizedAddress(restoredAddress(src)).address);
  if (remote !== undefined && (isFilm(withoutQuery(remote)) || played.test(remote)))
    return [element("a", { href: remote, title }, [text(alt || remote)])];
  if (remote !== undefined) {
    work.images += 1;
    work.remoteOrigins.add(originOf(remote));
    node.properties = { src: remote, width, height, alt, title, ...fromElsewhere };
    return undefined;
  }
  const isNote = isWiki && !/\.[a-z0-9]{2,4}$/iu.test(address);
  return [isNote ? embeddedNote(address, node, work) : missing({ address, alt }, node, work)];
};

/** `![[글]]` quotes a note in Obsidian; here it leads there. */
function embeddedNote(address: string, node: TreeElement, work: Work): TreeNode {
  const href = work.options.link(`[[${address}]]`);
  const unlinked = href === "" ? "link-hidden" : "link-wiki";
  warn(work, href ? "note-embedded" : unlinked, { offset: offsetOf(node), values: { address } });
  const words = text(address.replace("#", " › "));
  return href ? element("a", { href }, [words]) : words;
}

function missing({ address, alt }: { address: string; alt: string }, node: TreeElement, work: Work): TreeNode {
  const offset = offsetOf(node);
  // No policy can name this host, and opening the site to all hosts for one picture is no choice.
  if (/^https?:\/\//iu.test(address) && !isOnDisk(address) && URL.canParse(address)) {
    warn(work, "picture-host", { offset, values: { address } });
    return element("a", { href: address }, [text(alt || address)]);
  }
  const what = missingKind(address);
  const code = isOnDisk(address) ? "picture-on-disk" : (`${what}-missing` as const);
  // A picture pasted into the text is its own address.
  const shown = /^data:/iu.test(address) ? `${address.slice(0, 30)}…` : address;
  warn(work, code, { offset, values: { address: shown } });
  const note = interfaceWords(work.options.language).missing(what, alt);
  return { ...ours("span", note, { className: ["picture-missing"] }), alt };
}

/** The parser takes comments for words, and the file's name for those of `![[그림.png]]`, which its author did not write. */
function writtenAlt({ properties }: TreeElement, isWiki: boolean, work: Work): string {
  const written = restoredText(String(properties["alt"] ?? ""));
  const alt = written.replace(/\s*(?:<!--[\s\S]*?-->|\{?\/\*[\s\S]*?\*\/\}?)/gu, "");
  work.hidesWords ||= alt !== written;
  return isWiki && alt === restoredAddress(decoded(String(properties["src"] ?? ""))) ? "" : alt;
}

/** What an address that leads to no file would have shown. */
export function missingKind(address: string) {
  if (isFilm(withoutQuery(address))) return "film";
  return isOpened(address) ? "document" : "picture";
}

const withoutQuery = (address: string) => address.replace(/[?#].*$/su, "");

/** Points an `<img>` that an `.mdx` file writes at its published picture; notes a picture of another site that any tag shows. */
export function tagPicture(node: TreeNode, work: Work): void {
  if (!/^(?:img$|[A-Z])/u.test(node.name ?? "")) return;
  const attributes = node.attributes ?? [];
  const src = attributes.find(({ name }) => name === "src")?.value;
  if (typeof src !== "string") return;
  const remote = remoteAddress(src);
  if (remote !== undefined) work.remoteOrigins.add(originOf(remote));
  if (node.name !== "img") return;
  const found = remote === undefined ? work.options.picture(restoredAddress(decoded(src))) : undefined;
  if (remote === undefined && found === undefined) return;
  if (found) work.pictures.push(found);
  else work.images += 1;
  const kept = attributes.filter(({ name }) => found === undefined || name !== "src");
  const given = new Set(kept.map(({ name }) => name?.toLowerCase()));
  const added = Object.entries(found ? ownPicture(found, { size: printedSize(found, {}) }, work) : fromElsewhere)
    .map(([name, value]) => ({ type: "mdxJsxAttribute", name: name.toLowerCase(), value }))
    .filter(({ name, value }) => value !== undefined && !given.has(name))
    .map((attribute) => ({ ...attribute, value: String(attribute.value) }));
  node.attributes = [...kept, ...added];
}

/** The properties of an image of ours in a size, with what its author says of it. */
function ownPicture(
  found: Picture,
  { size, ...said }: { size: WrittenSize; alt?: string; title?: PropertyValue },
  work: Work,
): TreeElement["properties"] {
  work.images += 1;
  const { srcset: srcSet, sizes } = sourceSet(found, (path) => printed(path, work), size.width);
  const loading = work.images === 1 ? undefined : "lazy";
  return { src: printed(found.path, work), srcSet, sizes, ...size, ...said, loading, decoding: "async" };
}

/**
 * A paragraph that holds only an image or a film with a title, or with one emphasised line below it, becomes a figure with that
 * caption; one that holds only photos shows them side by side, each with its title below.
 */
export function figureOf(paragraph: TreeElement): TreeNode[] | undefined {
  if (isElement(paragraph.children[0], "img") && paragraph.children.length > 1 && sideBySide(paragraph))
    return [paragraph];
  if (paragraph.children.length > 5) return undefined;
  const parts = paragraph.children.filter((child) => !isBlank(child));
  if (parts.length === 0) return [];
  const [only] = parts;
  const image = isElement(only, "a") ? only.children.find((child) => isElement(child, "img")) : only;
  if (!isElement(image, "img") && !isElement(image, "video")) return undefined;
  // `![…](…)` and, on the next line, `_설명_`.
  const [words, ...others] = parts.slice(1).filter((part) => !isElement(part, "br"));
  const below = isElement(words, "em") && others.length === 0 ? words.children : undefined;
  const { title } = image.properties;
  const caption = below ?? (parts.length === 1 && title ? [text(String(title))] : undefined);
  if (!caption) return undefined;
  if (!below) image.properties["title"] = undefined;
  return [element("figure", {}, [only as TreeElement, element("figcaption", {}, caption)])];
}

function sideBySide(paragraph: TreeElement): boolean {
  const parts = paragraph.children.filter((child) => !isBlank(child) && !isElement(child, "br"));
  // Badges and icons stay in their line.
  if (parts.length < 2 || !parts.every((part) => isElement(part, "img") && part.properties["srcSet"])) return false;
  const photos = parts as TreeElement[];
  const isCaptioned = photos.some(({ properties }) => properties["title"]);
  paragraph.tagName = isCaptioned ? "div" : "p";
  paragraph.properties["className"] = ["side"];
  paragraph.children = photos.map((photo) => {
    photo.properties["sizes"] = halfColumn;
    return isCaptioned ? captioned(photo) : photo;
  });
  return true;
}

function captioned(photo: TreeElement): TreeElement {
  const { title } = photo.properties;
  photo.properties["title"] = undefined;
  return element("figure", {}, title ? [photo, element("figcaption", {}, [text(String(title))])] : [photo]);
}

/** An image written as HTML, in the size its author gave; where only a width is given, a picture of ours gets its height. */
export function rawImage(passed: Properties, offset: number, work: Work): TreeNode[] {
  const node = element("img", passed);
  const place = { offset, line: 0, column: 0 };
  node.position = { start: place, end: place };
  return picture(node, work) ?? [node];
}
