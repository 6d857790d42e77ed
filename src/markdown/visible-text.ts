import type { TreeNode } from "./tree.ts";

const hidden = new Set(["pre", "code", "rp", "math", "script", "style", "svg"]);
const blocks =
  /^(?:p|h[1-6]|li|dt|dd|td|th|tr|table|blockquote|figure|figcaption|div|aside|details|summary|hr|br|section)$/u;

/** The visible words of a tree without its code, one line for each block. */
export function visibleText(root: TreeNode): string {
  const parts: string[] = [];
  const visit = (node: TreeNode): void => {
    if (node.type === "text") parts.push(node.value ?? "");
    const name = node.tagName ?? "";
    if (hidden.has(name) || node.properties?.["dataFootnoteBackref"] !== undefined) return;
    const isBlock = blocks.test(name) || node.type === "raw";
    if (isBlock) parts.push("\n");
    for (const child of node.children ?? []) visit(child);
    if (isBlock) parts.push("\n");
  };
  visit(root);
  return parts
    .join("")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n[ \n]*/gu, "\n")
    .trim();
}
