import { restoredCode, sentinel } from "./sentinels.ts";
import type { TreeNode } from "./tree.ts";
import { type Work, warn } from "./work.ts";

/** A line like `##제목`, which is no heading. */
export const headingSlip = /^ {0,3}#{2,6}[^\s#]/m;
const noSpace = /(?:^|\n)[ ]{0,3}(#{1,6})(?=[^\s#!0-9])([^\n]*)/gu;

/** Warns of `###제목` in a paragraph; `#태그` alone, one `#` and one word, is a tag and not a slip. */
export function noteHeadingSlips(node: TreeNode, work: Work): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const source = work.source.slice(start.offset, end.offset);
  if (!source.includes("#")) return;
  for (const match of source.matchAll(noSpace)) {
    const [whole, marks = "", rest = ""] = match;
    if (marks === "#") continue;
    const written = `${marks}${rest}`.slice(0, 40);
    const offset = start.offset + match.index + whole.indexOf("#");
    warn(work, "heading-no-space", { offset, values: { written, corrected: `${marks} ${rest}`.slice(0, 41) } });
  }
}

/** Warns of each run of control characters or noncharacters that was taken out. */
export function noteRemoved(work: Work, original: string): void {
  if (!work.source.includes(sentinel.removed)) return;
  const runs = new RegExp(`${sentinel.removed}+`, "gu");
  const gone = original.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u{fdd0}-\u{fdef}\ufffe\uffff]+/gu);
  for (const { index } of work.source.matchAll(runs)) {
    const point = gone.next().value?.[0].codePointAt(0) ?? 0;
    const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
    warn(work, "control-character", { offset: index, values: { code } });
  }
}

/** Warns of each footnote that no place calls: the parser leaves it out. */
export function noteUnusedFootnotes(work: Work): void {
  const { source } = work;
  if (!source.includes("[^")) return;
  for (const { 0: whole, 1: label = "", index } of source.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)) {
    const call = `[^${label.toLowerCase()}]`;
    const others = source.toLowerCase().split(call).length - 1;
    const definitions = source.toLowerCase().split(`${call}:`).length - 1;
    const offset = index + whole.indexOf("[");
    if (others === definitions) warn(work, "footnote-unused", { offset, values: { label: restoredCode(label) } });
  }
}
