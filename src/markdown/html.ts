import { escapedText, escaped } from "#model/escape.ts";
import type { TreeNode, PropertyValue } from "./tree.ts";

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** The HTML of a finished tree; nodes of type `html` were checked by the policy for raw HTML and pass as they are. */
export function htmlOf(node: TreeNode): string {
  if (node.type === "text") return escapedText(node.value ?? "");
  if (node.type === "html") return node.value ?? "";
  let inside = "";
  if (node.children) for (const child of node.children) inside += htmlOf(child);
  if (node.type !== "element") return inside;
  const name = node.tagName ?? "span";
  const tag = startTag(name, node.properties);
  return voidElements.has(name) ? tag : `${tag}${inside}</${name}>`;
}

/** The tag that begins an element, its name and properties taken as right. */
export function startTag(name: string, properties: TreeNode["properties"]): string {
  let tag = `<${name}`;
  for (const key in properties) tag += printedAttribute(key, properties[key]);
  return `${tag}>`;
}

/** An attribute as HTML with a space before it; empty for what is absent or false. */
export function printedAttribute(property: string, value: PropertyValue): string {
  if (value === undefined || value === null || value === false) return "";
  const name = attributeName(property);
  if (value === true || value === "") return value === "" && name === "alt" ? ' alt=""' : ` ${name}`;
  const joined = Array.isArray(value) ? value.join(" ") : String(value);
  return ` ${name}="${escaped(joined)}"`;
}

function attributeName(property: string): string {
  if (property === "className") return "class";
  if (/^aria[A-Z]/u.test(property)) return `aria-${property.slice(4).toLowerCase()}`;
  if (/^data[A-Z]/u.test(property)) return property.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`);
  return property.toLowerCase();
}
