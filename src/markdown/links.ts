import { reachOf } from "#model/address.ts";
import { tried } from "#model/tried.ts";
import { restoredAddress } from "./sentinels.ts";
import { isElement, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, warn, type Work } from "./work.ts";

/** An address by a post's file, `../다른-글.md#절`. */
const postFile = /^(?![a-z][a-z\d+.-]*:|[/?#])[^?#]+\.(?:mdx?|markdown)(?:#.*)?$/iu;

/** Sends internal links through the caller, and refuses schemes that run code. */
export const link: Step = (node, work) => {
  const { href, id } = node.properties;
  if (typeof href !== "string") return undefined;
  const address = restoredAddress(href).replaceAll(" ", "%20");
  if (typeof id === "string") node.properties["id"] = readable(id);
  const called = "dataFootnoteRef" in node.properties ? readable(href).replace(/^#fn-/u, "") : undefined;
  if (called !== undefined && !work.notes.has(called)) {
    work.notes.set(called, `--note-${String(work.notes.size + 1)}`);
    node.properties["dataNote"] = work.notes.get(called);
  }
  if (work.source.startsWith("[[", offsetOf(node)) && node.position) return wikiLink(node, address, work);
  if (node.isBare) return undefined;
  if (postFile.test(address) && work.options.link(decoded(address)) === undefined) {
    warn(work, "link-wiki", { offset: offsetOf(node), values: { address: decoded(address) } });
    return node.children;
  }
  const target = ownFile(address, work) ?? openAddress(address, { offset: offsetOf(node) }, work);
  if (target === undefined) return node.children;
  node.properties["href"] = target;
  node.children = withoutLinks(node.children);
  return undefined;
};

/** The published file that lies beside a post, where a link names one; those in public/ stand where they are. */
function ownFile(address: string, work: Work): string | undefined {
  if (!/^[^:?#/][^:?#]*\.[a-z0-9]{2,5}$/iu.test(address) || /\.(?:html?|mdx?|markdown)$/iu.test(address))
    return undefined;
  const found = work.options.picture(decoded(address));
  if (found === undefined || found.file.startsWith("public/")) return undefined;
  // A link to a photo leads to all of it.
  const picture = found.original === undefined ? found : { file: found.file, path: found.original };
  work.pictures.push(picture);
  return printed(picture.path, work);
}

/** Nodes with no link among them, for a link cannot hold another: `[![그림](https://…)](https://…)`. */
export function withoutLinks(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => {
    if (node.children) node.children = withoutLinks(node.children);
    return node.tagName === "a" ? (node.children ?? []) : [node];
  });
}

/** `[[글]]` and `[[글|보이는 말]]`; one that the caller cannot find keeps only its words. */
function wikiLink(node: TreeElement, address: string, work: Work): TreeNode[] {
  // In a table the bar between a name and the words shown must be escaped.
  const target = `[[${decoded(address, decodeURIComponent).replace(/\\$/u, "")}]]`;
  const href = work.options.link(target);
  node.properties["href"] = href;
  const [words] = node.children;
  // As Obsidian shows the name of a place in a post.
  if (words?.value && href?.includes("#") && target === `[[${words.value}]]`)
    words.value = words.value.replace(/^#|(?<=.)#\^.*/gu, "").replaceAll("#", " > ");
  if (href) return [node];
  warn(work, href === "" ? "link-hidden" : "link-wiki", { offset: offsetOf(node), values: { address: target } });
  return node.children;
}

/** As `printedAddress`, for what readers may open; what they may not is told, at its offset. */
export function openAddress(address: string, { offset }: { offset: number }, work: Work): string | undefined {
  const printed = printedAddress(address, work);
  if (address === "") warn(work, "link-empty", { offset });
  if (printed || printed === address) return printed;
  warn(work, printed === "" ? "link-hidden" : "link-unsafe", { offset, values: { address: decoded(address) } });
  return undefined;
}

/** Takes the address from a tag `<a>` of an `.mdx` file that leads to what readers may not see. */
export function tagLink(node: TreeNode, work: Work): void {
  const href = node.name === "a" ? node.attributes?.find(({ name }) => name === "href")?.value : undefined;
  if (typeof href !== "string" || href === "" || printedAddress(href, work) !== "") return;
  openAddress(href, { offset: offsetOf(node) }, work);
  node.attributes = (node.attributes ?? []).filter(({ name }) => name !== "href");
}

/** The href to print for an address as written; undefined where it leads nowhere, empty where readers may not see what is there. */
function printedAddress(address: string, work: Work): string | undefined {
  const reach = reachOf(address);
  if (reach === "web" && address.includes(`//${work.options.host}/`))
    return work.options.link(decoded(address.replace(/^\/\//u, "https://"))) === "" ? "" : address;
  if (reach !== "site") return reach === "web" ? address : undefined;
  const shown = readable(address);
  if (address.startsWith("#")) return shown;
  const answered = work.options.link(decoded(address));
  if (answered !== undefined) return answered;
  const { base } = work.options;
  return !shown.startsWith("/") || shown.startsWith(base) ? shown : printed(shown, work);
}

/** A line's source without the addresses in its links of what readers may not see. */
export function linksKnown(source: string, work: Work): string {
  if (!source.includes("](") && !source.includes("[[")) return source;
  const isHidden = (address: string) => printedAddress(address, work) === "";
  return source
    .replace(/\]\([ \t]*<?([^()<>\s]*)[^()]*\)/gu, (whole, address: string) => (isHidden(address) ? "]" : whole))
    .replace(/\[\[([^[\]|]*)\|/gu, (whole, name: string) => (work.options.link(`[[${name}]]`) === "" ? "[[" : whole));
}

/** A site-relative path below the folder that the site stands in; what is no path, such as a mark for Astro, as it is. */
export function printed(path: string, { options }: Work): string {
  return path.startsWith("/") ? options.base.replace(/\/$/u, "") + path : path;
}

/**
 * An item that its author numbered with a year keeps it, where a list would count on (`1919. 가`, `1945. 나`). The parser
 * percent-encodes a footnote's id and not the link to it; a note and its first call share a name, for styles to bring
 * them together.
 */
export const listItem: Step = (node, work) => {
  const { id } = node.properties;
  const start = offsetOf(node);
  const [year] = /^\d{4}(?=[.)])/u.exec(work.source.slice(start, start + 5)) ?? [];
  if (year !== undefined) node.properties = { ...node.properties, value: year };
  if (typeof id !== "string" || !id.startsWith("fn-")) return undefined;
  const own = readable(id);
  node.properties = { ...node.properties, id: own, dataNote: work.notes.get(own.slice(3)) };
  return undefined;
};

/** Tells of an item by its indent: two blanks nest one below a point, and not below a number. */
export const list: Step = (node, work) => {
  const columnOf = (item: TreeNode) => offsetOf(item) - work.source.lastIndexOf("\n", offsetOf(item) - 1) - 1;
  const [first = node, ...others] = node.children.filter((child) => isElement(child));
  const column = columnOf(first);
  const above = work.source.slice(0, offsetOf(first) - column - 1);
  const [, before = "", number = ""] = /^([\s>]*)(\d+[.)] +)/u.exec(above.slice(above.lastIndexOf("\n") + 1)) ?? [];
  const isBelow = column > before.length && column < before.length + number.length;
  const inner = node.tagName === "ol" ? others.find((item) => columnOf(item) > column + 1) : isBelow && first;
  if (inner) warn(work, "list-indent", { offset: offsetOf(inner) });
  return undefined;
};

/** An address or a wiki link's name as its author wrote it, before the parser percent-encoded it. */
export function decoded(address: string, decode = decodeURI): string {
  return tried(() => decode(address).normalize("NFC")) ?? address;
}

/** An address with its Hangul to be read, in NFC; escapes that are ASCII, or no UTF-8, stay. */
export function readable(address: string): string {
  const shown = address.replace(/(?:%[89a-f][0-9a-f])+/giu, (escapes) => decoded(escapes, decodeURIComponent));
  return shown.normalize("NFC");
}
