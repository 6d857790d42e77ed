import { sentinel } from "./sentinels.ts";
import type { TreeNode } from "./tree.ts";
import { type Work, warn } from "./work.ts";

const suspicious =
  /\*\*|__|~~|\[\^|\{\{[<%]|\{%|\^\[|^!!! |^\*\[[^\]\n]+\]:|^tags: |!(?:youtube|codepen)\[|\+\+(?=\p{Script=Hangul})|^:::|^\|[ :]*-{3,}[ :|-]*\||[\u{fdd2}]/mu;
const each =
  /\*\*|__|~~|\[\^|\{\{[<%]|\{%|\^\[|^!!! |^\*\[[^\]\n]+\]:|^tags: |!(?:youtube|codepen)\[|\+\+(?=\p{Script=Hangul})|^:::|^\|[ :]*-{3,}[ :|-]*\||[\u{fdd2}]/gmu;

/** Warns of each mark in visible text that its author probably meant as markup; an escaped mark is meant as text. */
export function noteLiterals(node: TreeNode, work: Work): void {
  const value = node.value ?? "";
  if (!suspicious.test(value)) return;
  if (!node.position) return;
  const { start, end } = node.position;
  let at = start.offset ?? 0;
  for (const [mark] of value.matchAll(each)) {
    const found = work.source.indexOf(mark, at);
    if (found === -1 || found >= (end.offset ?? 0)) return;
    at = found + mark.length;
    const tag = /^[^\s>]*>?/u.exec(work.source.slice(at, at + 100))?.[0] ?? "";
    if (mark === sentinel.less) warn(work, "tag-as-text", { offset: found, values: { mark: `<${tag}` } });
    else warn(work, "markup-left", { offset: found, values: { mark } });
  }
}
