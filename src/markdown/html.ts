import { escapedText } from "#model/escape.ts";
import { printedAttribute } from "./attributes.ts";
import type { TreeNode } from "./tree.ts";

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** The HTML of a finished tree; nodes of type `html` were checked by the policy for raw HTML and pass as they are. */
export function htmlOf(node: TreeNode): string {
  if (node.type === "text") return escapedText(node.value ?? "");
  if (node.type === "html") return node.value ?? "";
  let inside = "";
  if (node.children) for (const child of node.children) inside += htmlOf(child);
  if (node.type !== "element") return inside;
  const name = node.tagName ?? "span";
  let tag = `<${name}`;
  for (const key in node.properties) tag += printedAttribute(key, node.properties[key]);
  return voidElements.has(name) ? `${tag}>` : `${tag}>${inside}</${name}>`;
}
