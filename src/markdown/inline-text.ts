import { koreanQuotes } from "./quotes.ts";
import type { TreeNode } from "./tree.ts";

const opaque = new Set(["code", "pre", "kbd", "samp", "img", "svg", "math", "input", "section"]);
const blocks = new Set(
  "p ul ol li dl dt dd div table thead tbody tr td th blockquote section figure aside details h1 h2 h3 h4 h5 h6 hr pre".split(
    " ",
  ),
);

/** Whether a node is an element that stands on lines of its own. */
export function isBlock(node: TreeNode): boolean {
  return blocks.has(node.tagName ?? "");
}

/** The text nodes of a block in order, `undefined` for what holds no text of it; a nested block ends a run. */
function runsOf(block: TreeNode): (TreeNode | undefined)[][] {
  const runs: (TreeNode | undefined)[][] = [[]];
  const visit = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      if (node.type === "text") runs.at(-1)?.push(node);
      else if (isBlock(node)) runs.push([]);
      else if (opaque.has(node.tagName ?? "") || !node.children) runs.at(-1)?.push(undefined);
      else visit(node.children);
    }
  };
  visit(block.children ?? []);
  return runs;
}

/** Makes the straight quotes of a block Korean, seeing through emphasis and links. */
export function quoteBlock(block: TreeNode): void {
  for (const run of runsOf(block)) {
    const whole = run.map((node) => (node ? (node.value ?? "") : "\ufffc")).join("");
    if (!whole.includes('"') && !whole.includes("'")) continue;
    const quoted = koreanQuotes(whole);
    let at = 0;
    for (const node of run) {
      const length = node ? (node.value ?? "").length : 1;
      if (node) node.value = quoted.slice(at, at + length);
      at += length;
    }
  }
}
