import { restoredCode, sentinel } from "./sentinels.ts";
import type { TreeNode } from "./tree.ts";
import { type Work, warn } from "./work.ts";

/** A line like `##제목`, which is no heading. */
export const headingTypo = /^ {0,3}#{2,6}[^\s#]/m;
const fence = /^([ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*)(`{3,}(?=[^`\n]*$)|~{3,})([^\n]*)$/gmu;
const largeTable = new RegExp(`^${sentinel.joiner}[ \\t>]*\\|?[ \\t]*:?-`, "gmu");
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/mu;
const noSpace = /(?:^|\n)[ ]{0,3}(#{1,6})(?=[^\s#!0-9])([^\n]*)/gu;

/** Warns of `###제목` in a paragraph; `#태그` alone, one `#` and one word, is a tag and not a typo. */
export function noteHeadingTypos(node: TreeNode, work: Work): void {
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

/** Warns of a fence that nothing closes: all below it became code; one in a quotation ends with it. */
export function noteUnclosedFence(work: Work): void {
  const { source } = work;
  if (!/```|~~~/.test(source)) return;
  const deepest = listItem.test(source) ? Number.POSITIVE_INFINITY : 3;
  let open: { at: number; marks: string; indent: number } | undefined;
  for (const { 1: lead = "", 2: marks = "", 3: rest = "", index } of source.matchAll(fence)) {
    const indent = lead.replace(/\t/gu, "    ").length;
    const closes = open && marks.startsWith(open.marks) && rest.trim() === "" && !/\S/u.test(lead);
    if (open && closes && indent <= open.indent + 3) open = undefined;
    else if (!open && !lead.includes(">") && indent <= deepest) open = { at: index + lead.length, marks, indent };
  }
  if (open) warn(work, "fence-unclosed", { offset: open.at });
}

/** Warns of tables that are shown as text, as they would be filled up beyond reading. */
export function noteLargeTables(work: Work): void {
  for (const { index } of work.source.matchAll(largeTable)) warn(work, "table-large", { offset: index });
}

/** Warns of each footnote that no place calls: the parser leaves it out. */
export function noteUnusedFootnotes(work: Work): void {
  const { source } = work;
  if (!source.includes("[^")) return;
  const called = new Set<string>();
  for (const [, start, label = "", colon] of source.matchAll(/(?:(^ {0,3})|)\[\^([^\]\s]+)\](:)?/gm)) {
    if (start === undefined || colon === undefined) called.add(label.toLowerCase());
  }
  for (const { 0: whole, 1: label = "", index } of source.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)) {
    const offset = index + whole.indexOf("[");
    if (!called.has(label.toLowerCase()))
      warn(work, "footnote-unused", { offset, values: { label: restoredCode(label) } });
  }
}
