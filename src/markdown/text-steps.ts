import { withBreaks } from "./breaks.ts";
import { withEmoji } from "./dialects.ts";
import { noteLiterals } from "./literals.ts";
import { withRuby } from "./ruby.ts";
import { restoredCode, restoredText } from "./sentinels.ts";
import type { TreeNode } from "./tree.ts";
import type { Work } from "./work.ts";

const threeDots = /(?<!\.)\.{3}(?!\.)/g;
/** What a mark left over, a sentinel or a ruby annotation begins with: most texts have none. */
const special = /[*_~[{:|!^+\ufdd0-\ufddf]/;

/** Finishes a text node in place: marks left are noted, sentinels gone; undefined where it stays one node. */
export function finishText(node: TreeNode, work: Work): TreeNode[] | undefined {
  let nodes: TreeNode[] | undefined;
  const written = node.value ?? "";
  if (work.options.ellipsis && written.includes("...")) node.value = written.replace(threeDots, "…");
  if (special.test(written)) {
    noteLiterals(node, work);
    if (work.emoji && written.includes(":")) node.value = withEmoji(node.value ?? "", work.emoji);
    if (written.includes("|")) nodes = withRuby(node);
    if (work.restoring) for (const each of nodes ?? [node]) each.value &&= restoredText(each.value);
  }
  if (work.options.lineBreaks !== "keep" || !written.includes("\n")) return nodes;
  return (nodes ?? [node]).flatMap((each) => (each.type === "text" ? withBreaks(each) : [each]));
}

/** Finishes the text of code in place. */
export function finishCode(node: TreeNode, work: Work): undefined {
  if (work.restoring) node.value = restoredCode(node.value ?? "");
}
