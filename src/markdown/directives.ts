import { defineHastPlugin, defineMdastPlugin, type Features, markdownToHtml, type MdastNode } from "satteri";
import { isCallout } from "./callouts.ts";
import { mutableTree } from "./mutable-tree.ts";
import type { TreeNode } from "./tree.ts";

/** Whether a source has a line like `:::note`. */
export function hasDirective(source: string): boolean {
  return source.includes(":::") && /^[ \t>]*:{3,}[\p{L}_-]/mu.test(source);
}

/** Marks `:::note[제목]` blocks for `walk`, and gives `10:30`, `참고:설명` and `::name` back as the text that they are. */
const directives = defineMdastPlugin({
  name: "directives",
  options: { position: true },
  textDirective(node, context) {
    context.replaceNode(node, { type: "text", value: written(node, context.source) });
  },
  leafDirective(node, context) {
    const words = { type: "text" as const, value: written(node, context.source) };
    context.replaceNode(node, { type: "paragraph", children: [words] });
  },
  containerDirective(node, context) {
    const [fence = ""] = written(node, context.source).split("\n", 1);
    // Docusaurus writes the title bare, `:::note 제목`, and the parser forgets it.
    const title = /^:+[^\s[{]+[ \t]+([^[{\s][^\n]*)$/u.exec(fence)?.[1] ?? "";
    const hProperties = isCallout(node.name) ? { dataCallout: node.name, dataTitle: title } : { dataFence: fence };
    context.setProperty(node, "data", { hName: "aside", hProperties });
    for (const child of node.children) {
      if (child.type !== "paragraph" || !child.data?.directiveLabel) continue;
      context.setProperty(child, "data", { hProperties: { dataLabel: "" } });
    }
  },
});

function written(node: Pick<MdastNode, "position">, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

/** The tree of a source that has directives. */
export function treeWithDirectives(source: string, features: Features): TreeNode {
  let tree: TreeNode = { type: "root", children: [] };
  const capture = defineHastPlugin({
    name: "capture",
    options: { position: true },
    after(root) {
      tree = mutableTree(root as TreeNode);
    },
  });
  markdownToHtml(source, {
    features: { ...features, directive: true },
    mdastPlugins: [directives],
    hastPlugins: [capture],
  });
  return tree;
}
