import { element, text, type TreeNode } from "./tree.ts";

/** A text node with each of its newlines as a line break. */
export function withBreaks(node: TreeNode): TreeNode[] {
  const out: TreeNode[] = [];
  for (const [i, line] of (node.value ?? "").split("\n").entries()) {
    if (i > 0) out.push(element("br", {}), text("\n"));
    if (line !== "") out.push({ ...node, value: line });
  }
  return out;
}
