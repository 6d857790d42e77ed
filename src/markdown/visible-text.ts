import type { TreeNode } from "./tree.ts";

const hidden = new Set(["pre", "code", "math", "script", "style", "svg"]);
const rawBlock =
  /^<\/?(?:p|h[1-6]|li|d[tdl]|t[dhr]|table|div|blockquote|figure|figcaption|details|summary|br|hr|section|ul|ol)\b/u;
const blocks =
  /^(?:p|h[1-6]|li|dt|dd|td|th|tr|table|blockquote|figure|figcaption|div|aside|details|summary|hr|br|section)$/u;

/** The visible words of a tree without its code, one line for each block; `lead` ends at `<!--more-->`. */
export function visibleText(root: TreeNode): { whole: string; lead?: string } {
  const parts: string[] = [];
  let leadEnd: number | undefined;
  const visit = (node: TreeNode): void => {
    if (node.type === "text") parts.push(node.value ?? "");
    if (node.type === "more") leadEnd ??= parts.length;
    const name = node.tagName ?? "";
    if (hidden.has(name) || isDrawing(node) || node.properties?.["dataFootnoteBackref"] !== undefined) return;
    const isBlock = blocks.test(name) || (node.type === "html" && rawBlock.test(node.value ?? ""));
    if (isBlock) parts.push("\n");
    for (const child of node.children ?? []) visit(child);
    if (isBlock) parts.push("\n");
  };
  visit(root);
  const whole = tidied(parts);
  return leadEnd === undefined ? { whole } : { whole, lead: tidied(parts.slice(0, leadEnd)) };
}

function isDrawing(node: TreeNode): boolean {
  const classes = node.properties?.["className"];
  return Array.isArray(classes) && (classes.includes("drawing") || classes.includes("picture-missing"));
}

function tidied(parts: readonly string[]): string {
  return parts
    .join("")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n[ \n]*/gu, "\n")
    .trim();
}
