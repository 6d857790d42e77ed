import { htmlToHast } from "satteri";
import type { TreeNode } from "./tree.ts";

/** A copy of a parser's tree that may be changed: the parser hands plugins lazy, frozen nodes. */
export function mutableTree(node: TreeNode): TreeNode {
  const copy: TreeNode = { type: node.type };
  if (node.tagName !== undefined) copy.tagName = node.tagName;
  if (node.properties !== undefined) copy.properties = { ...node.properties };
  if (node.value !== undefined) copy.value = node.value;
  if (node.name !== undefined) copy.name = node.name;
  if (node.attributes !== undefined) copy.attributes = node.attributes;
  if (node.data) copy.data = { ...node.data };
  if (node.position) copy.position = node.position;
  if (node.children !== undefined) copy.children = node.children.map(mutableTree);
  return copy;
}

/** The tree with its nodes of ready HTML (formulas, drawings) as elements, for MDX has no place for HTML. */
export function withoutHtmlNodes(node: TreeNode): TreeNode[] {
  if (node.type === "more") return [];
  if (node.type === "html") {
    const parsed = htmlToHast(node.value ?? "", { fragment: true }) as TreeNode;
    return (parsed.children ?? []).map(mutableTree);
  }
  if (node.children) node.children = node.children.flatMap(withoutHtmlNodes);
  return [node];
}
