import { withEmoji } from "./dialects.ts";
import { readable } from "./links.ts";
import { restoredCode, restoredText, sentinel } from "./sentinels.ts";
import { cutText, element, text, type TreeNode } from "./tree.ts";
import { warn, type Work } from "./work.ts";

const threeDots = /(?<!\.)\.{3}(?!\.)/g;
/** What a mark left over, a sentinel or a ruby annotation begins with: most texts have none. */
const special = /[*_~[{:|!^+【\ufdd0-\ufdef]/;

/** Finishes a text node in place: marks left are noted, sentinels gone; undefined where it stays one node. */
export function finishText(node: TreeNode, work: Work): TreeNode[] | undefined {
  let nodes: TreeNode[] | undefined;
  const written = node.value ?? "";
  if (work.options.ellipsis && written.includes("...")) node.value = written.replace(threeDots, "…");
  if (special.test(written)) {
    noteLiterals(node, work);
    if (work.emoji && written.includes(":")) node.value = withEmoji(node.value ?? "", work.emoji);
    if (written.includes("|")) nodes = cutText(node, annotated, ruby);
    if (work.restoring) for (const each of nodes ?? [node]) each.value &&= restoredText(each.value);
  }
  if (work.options.lineBreaks !== "keep" || !written.includes("\n")) return nodes;
  const lineBreak = () => [element("br", {}), text("\n")];
  return (nodes ?? [node]).flatMap((each) => (each.type === "text" ? cutText(each, /\n/g, lineBreak) : [each]));
}

const annotated =
  /[{\ufddb]([^{}|\n]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^{}|\n]*)\|([^{}\n\ufddc]+)[}\ufddc]/gu;

/** `{漢字|한자}` (or `{漢字|한|자}`, a reading for each character) as a ruby annotation; its sentinels still stand, so that `\\{` is told from `{`. */
function ruby([, base = "", written = ""]: RegExpExecArray): TreeNode[] {
  const whole = restoredText(base);
  const readings = written.split("|");
  const below = readings.length === [...whole].length ? [...whole] : [whole];
  const parts = below.flatMap((words, at) => [
    text(words),
    element("rp", {}, [text("(")]),
    element("rt", {}, [text(below.length === readings.length ? (readings[at] ?? "") : readings.join(""))]),
    element("rp", {}, [text(")")]),
  ]);
  return [element("ruby", {}, parts)];
}

const suspicious =
  /\*{2,}|__|(?<![\p{L}\p{N}])~~(?=[\p{L}\p{N}])|\[\^(?:[^\]\s]{1,40}\])?|\{\{[<%]|\{%|\^\[|^!!! |^\*\[[^\]\n]+\]:|^tags: |!(?:youtube|codepen|codesandbox|twitter)\[|(?<![a-z0-9])\+\+(?=\p{Script=Hangul})|^:::|【\d+:\d+†|:contentReference\[oaicite|^\|[ :]*-{3,}[ :|-]*\||[\u{fdd2}]/gimu;

function codeOf(mark: string): "footnote-missing" | "source-left" | "shortcode-left" | "markup-left" {
  if (mark.endsWith("]")) return "footnote-missing";
  if (/^(?:【|:c)/u.test(mark)) return "source-left";
  return mark.startsWith("{") ? "shortcode-left" : "markup-left";
}

/** Warns of each mark in visible text that its author probably meant as markup; an escaped mark is meant as text. */
function noteLiterals(node: TreeNode, work: Work): void {
  const value = node.value ?? "";
  if (!node.position || value.search(suspicious) === -1) return;
  const { start, end } = node.position;
  let at = start.offset ?? 0;
  for (const [mark] of value.matchAll(suspicious)) {
    const found = work.source.indexOf(mark, at);
    if (found === -1 || found >= (end.offset ?? 0)) return;
    at = found + mark.length;
    const tag = /^[^\s>]*>?/u.exec(work.source.slice(at, at + 100))?.[0] ?? "";
    if (mark === sentinel.less) warn(work, "tag-as-text", { offset: found, values: { mark: `<${tag}` } });
    else warn(work, codeOf(mark), { offset: found, values: { mark } });
  }
}

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

const noteStart = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)\[\^([^\]\s]+)\]:/gmu;

/** Warns of each footnote that the parser leaves out: no place calls it but itself, or its name was taken. */
export function noteUnusedFootnotes(root: TreeNode, work: Work): void {
  if (!work.source.includes("[^")) return;
  const [shown, taken] = [new Set<string>(), new Set<string>()];
  const code: (readonly [start: number, end: number])[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const { tagName, properties, position, children = [] } = node;
    if (tagName === "pre") code.push([position?.start?.offset ?? 0, position?.end?.offset ?? 0]);
    else if (tagName === "li") shown.add(restoredCode(readable(String(properties?.["id"] ?? ""))).toLowerCase());
    for (const child of tagName === "pre" ? [] : children) open.push(child);
  }
  code.sort(([a], [b]) => b - a);
  for (const { 1: lead = "", 2: label = "", index } of work.source.matchAll(noteStart)) {
    const offset = index + lead.length;
    while ((code.at(-1)?.[1] ?? offset + 1) <= offset) code.pop();
    if ((code.at(-1)?.[0] ?? offset + 1) <= offset) continue;
    const id = `fn-${readable(restoredCode(label)).toLowerCase()}`;
    if (shown.delete(id)) taken.add(id);
    else warn(work, taken.has(id) ? "footnote-again" : "footnote-unused", { offset, values: { label } });
  }
}
