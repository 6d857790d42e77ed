import { interfaceWords } from "#text/markdown.ts";
import { embedLink } from "./embeds.ts";
import { restoredAddress } from "./sentinels.ts";
import { element, isBlank, isElement, text, type TreeElement, type TreeNode } from "./tree.ts";
import { offsetOf, type Step, type Work, warn } from "./work.ts";

const remote = /^(?:https?:)?\/\//iu;

/** Points an image at its published picture with its size; one that is not found becomes a marked note with its alt text. */
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
  if (remote.test(address)) return remotePicture(node, address, work);
  warn(work, "picture-missing", { offset: offsetOf(node), values: { address } });
  const note = interfaceWords(work.options.language).missingPicture(alt);
  return [element("span", { className: ["picture-missing"] }, [text(note)])];
};

/** The pages' policy shows no picture from elsewhere, so a reader gets a link to it. */
function remotePicture(node: TreeElement, address: string, work: Work): TreeNode[] {
  warn(work, "picture-remote", { offset: offsetOf(node), values: { address } });
  const target = address.replace(/^\/\//u, "https://");
  if (!URL.canParse(target)) return [text(String(node.properties["alt"] ?? ""))];
  const { elsewherePicture } = interfaceWords(work.options.language);
  const title = String(node.properties["alt"] || elsewherePicture);
  return [element("span", { className: ["embed"] }, [embedLink(target, title)])];
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
