import { originOf, remoteAddress } from "#model/remote-pictures.ts";
import { interfaceWords } from "#text/markdown.ts";
import { restoredAddress } from "./sentinels.ts";
import { element, isBlank, isElement, ours, text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, type Work, warn } from "./work.ts";

/** How a picture of another site is asked for: when it comes into view, without telling that site which page shows it. */
const fromElsewhere = { loading: "lazy", decoding: "async", referrerPolicy: "no-referrer" } as const;

/**
 * Points an image at its published picture with its size, or at another site's, whose size is its author's to tell; one
 * that is not found becomes a marked note with its alt text.
 */
export const picture: Step = (node, work) => {
  const address = decoded(String(node.properties["src"] ?? ""));
  const alt = String(node.properties["alt"] ?? "");
  const found = work.options.picture(address);
  if (found) {
    work.pictures.push(found);
    const src = work.options.base.replace(/\/$/u, "") + found.path;
    node.properties = { src, width: found.width, height: found.height, alt, ...rest(node, work) };
    return undefined;
  }
  const remote = remoteAddress(restoredAddress(String(node.properties["src"] ?? "")));
  if (remote !== undefined) {
    work.images += 1;
    work.remoteOrigins.add(originOf(remote));
    const { width, height, title } = node.properties;
    node.properties = { src: remote, width, height, alt, title, ...fromElsewhere };
    return undefined;
  }
  warn(work, "picture-missing", { offset: offsetOf(node), values: { address } });
  const note = interfaceWords(work.options.language).missingPicture(alt);
  return [{ ...ours("span", note, { className: ["picture-missing"] }), alt }];
};

/** Notes a picture of another site that an `.mdx` file shows by a tag of its own; an `<img>` is asked for as any other. */
export function tagPicture(node: TreeNode, work: Work): void {
  if (!/^(?:img$|[A-Z])/u.test(node.name ?? "")) return;
  const attributes = node.attributes ?? [];
  const src = attributes.find(({ name }) => name === "src")?.value;
  const remote = typeof src === "string" ? remoteAddress(src) : undefined;
  if (remote === undefined) return;
  work.remoteOrigins.add(originOf(remote));
  if (node.name !== "img") return;
  work.images += 1;
  const given = new Set(attributes.map(({ name }) => name?.toLowerCase()));
  const added = Object.entries(fromElsewhere)
    .map(([name, value]) => ({ type: "mdxJsxAttribute", name: name.toLowerCase(), value }))
    .filter(({ name }) => !given.has(name));
  node.attributes = [...attributes, ...added];
}

function rest(node: TreeElement, work: Work): TreeElement["properties"] {
  work.images += 1;
  const loading = work.images === 1 ? undefined : "lazy";
  return { title: node.properties["title"], loading, decoding: "async" };
}

function decoded(address: string): string {
  try {
    return restoredAddress(decodeURI(address));
  } catch {
    return restoredAddress(address);
  }
}

/** A paragraph that holds only an image with a title becomes a figure with that caption. */
export function figureOf(paragraph: TreeElement): TreeNode[] | undefined {
  if (paragraph.children.length > 3) return undefined;
  const parts = paragraph.children.filter((child) => !isBlank(child));
  if (parts.length === 0) return [];
  const [only] = parts;
  const image = isElement(only, "a") ? only.children.find((child) => isElement(child, "img")) : only;
  if (parts.length !== 1 || !isElement(image, "img")) return undefined;
  const title = image.properties["title"];
  if (typeof title !== "string" || title === "") return undefined;
  image.properties["title"] = undefined;
  return [element("figure", {}, [only as TreeElement, element("figcaption", {}, [text(title)])])];
}
