import { element, text, type TreeNode } from "./tree.ts";

/** Text in which each single newline the author typed is a line break; the parser gives a place only to typed text. */
export function withBreaks(node: TreeNode): TreeNode[] {
  const value = node.value ?? "";
  if (!value.includes("\n") || !node.position) return [node];
  const out: TreeNode[] = [];
  for (const [i, line] of value.split("\n").entries()) {
    if (i > 0) out.push(element("br", {}), text("\n"));
    if (line !== "") out.push({ ...node, value: line });
  }
  return out;
}
