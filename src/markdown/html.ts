import { escapedText, printedAttribute } from "./attributes.ts";
import { RawHtml } from "./raw-html.ts";
import type { TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** The HTML of a finished tree; what the author wrote as raw HTML passes the sanitizer and is closed where he left it open. */
export function htmlOf(root: TreeNode, work: Work): string {
  const raw = new RawHtml(work);
  const parts: string[] = [];
  const print = (node: TreeNode): void => {
    if (node.type === "text") parts.push(raw.hides ? "" : escapedText(node.value ?? ""));
    else if (node.type === "raw") parts.push(raw.passed(node));
    else if (node.type === "element" && !raw.hides) printElement(node);
  };
  const printElement = (node: TreeNode): void => {
    const name = node.tagName ?? "span";
    let tag = `<${name}`;
    for (const key in node.properties) tag += printedAttribute(key, node.properties[key]);
    parts.push(`${tag}>`);
    if (voidElements.has(name)) return;
    raw.enter();
    for (const child of node.children ?? []) print(child);
    parts.push(raw.leave(), `</${name}>`);
  };
  for (const child of root.children ?? []) print(child);
  parts.push(raw.leave());
  return parts.join("");
}
