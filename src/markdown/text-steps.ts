import { withEmoji } from "./dialects.ts";
import { readable } from "./links.ts";
import { restoredCode, restoredText, sentinel } from "./sentinels.ts";
import { cutText, element, text, type TreeNode } from "./tree.ts";
import { warn, type Work } from "./work.ts";

const threeDots = /(?<!\.)\.{3}(?!\.)/g;
/** What a mark left over, a sentinel or a ruby annotation begins with: most texts have none. */
const special = /[*_~[{:|!^+#`【₩￦\\\t\p{Co}\u{fdd0}-\u{fdef}]|%%|==|\$\$|<[!a-z]/iu;

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

/** What an author probably meant as markup, by the message that tells of it. */
const leftovers = {
  "footnote-missing": String.raw`\[\^[^\]\s]{1,40}\]`,
  "source-left": String.raw`【\d+:\d+†|:contentReference\[oaicite|\u{e200}[^\n\u{e201}]*\u{e201}?`,
  "comment-as-text": String.raw`(?<![\w%])%%(?!%)|<!(?:--?|[–—])|\{(?:%-?|\{[<%])\s*comment|\{::comment|\{#\s(?![^{}]*#\})|\{>>(?![^\n]*<<\})|\{/\*(?![^\n]*\*/)|^\[(?://|comment)\]:(?=\s+(?:#|<#?>)\s)`,
  "shortcode-left": String.raw`\{\{[<%]|\{%`,
  "tag-as-text": String.raw`${sentinel.less}|<(?=[a-z][a-z\d-]*\s+[a-z-]+=["“'‘])`,
  "character-private": String.raw`\p{Co}`,
  // The key left of 1 writes it where Hangul is typed on a Mac.
  "won-as-tick": String.raw`^[₩￦]{3,}|[₩￦](?=[^\s\d₩￦](?:[^₩￦\n]{0,40}[^\s₩￦])?[₩￦](?!\d))`,
  "formula-as-text": String.raw`\$(?=\S)[^$\n가-힣]{0,80}(?:\\[a-z]{2,}|[\w)][\^_][\w{])[^$\n가-힣]{0,80}(?<=\S)\$(?!\w)`,
  "break-as-text": String.raw`(?:\\n){2,}|\\n(?=\s*(?:[-*•#>]|\d+[.)])\s)`,
  "link-as-text": String.raw`(?<![\p{L}\p{N})\]])!\[(?=[^\]\n]{1,200}\])|(?<!!\[[^\]\n]{1,200})\]\((?=[^()\n]{0,90}$)|(?<=\[(?!\d+\])[^[\]\n]{1,200})\] \($`,
  "task-as-text": String.raw`^(?:-\[[ x]?\]|\[\])(?= \S)`,
  // One that would be filled up beyond reading.
  "table-large": String.raw`^${sentinel.joiner}\|?[ \t]*:?-`,
  "table-as-text": String.raw`^\|[ :]*-{3,}[ :|-]*\||(?<!\|[ \t]*\n)^\|(?=[^\n]*\|[ \t]*\n\|(?![ :]*-{3})[^\n]*\|[ \t]*$)|(?<!\t[^\n]{0,200}\n?[^\n]{0,200})\t(?=[^\n]{0,200}\n[^\n\t]{1,200}\t\S)`,
  "heading-no-space": String.raw`^#{2,6}(?=[^\s#!0-9])`,
  "markup-left": String.raw`\*{2,}|__|(?<![\p{L}\p{N}])~~(?=[\p{L}\p{N}])|\[\^|\^\[|^!!! |^\*\[[^\]\n]+\]:|^tags: |!(?:youtube|codepen|codesandbox|twitter)\[|(?<![a-z0-9])\+\+(?=\p{Script=Hangul})|^:::|(?<!\$)\$\$(?!\$)|^==$|(?<![^\s(])\x60(?=[\p{L}\p{N}])|\[\[(?=[^\[\]\n]*$)|\{[^{}|\n]{0,40}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^{}|\n]{0,40}\|(?=[^{}\n]*$)`,
} as const;
const [leftoverCodes, patterns] = [Object.keys(leftovers) as (keyof typeof leftovers)[], Object.values(leftovers)];
const suspicious = new RegExp(patterns.map((pattern) => `(${pattern})`).join("|"), "gimu");

/** Brackets that are no link's, and an emoticon. */
const unmeant = /^\] ?\((?![ <]*(?:https?:|www\.)|[^()\n]{0,90}(?:\n|$))|^==(?![\p{L}\p{N}("“'‘])/iu;

/** Warns of each mark in visible text that its author probably meant as markup; an escaped mark is meant as text. */
function noteLiterals(node: TreeNode, work: Work): void {
  const value = node.value ?? "";
  if (!node.position || value.search(suspicious) === -1) return;
  const { start, end } = node.position;
  let at = start.offset ?? 0;
  for (const [mark, ...kinds] of value.matchAll(suspicious)) {
    const found = work.source.indexOf(mark, at);
    if (found === -1 || found >= (end.offset ?? 0)) return;
    at = found + mark.length;
    const code = leftoverCodes[kinds.findIndex((kind) => kind !== undefined)] ?? "markup-left";
    const behind = work.source.slice(at, at + 100);
    if (code === "heading-no-space" && !/(?:^|\n)[ >]*$/u.test(work.source.slice(Math.max(0, found - 20), found)))
      continue;
    if (work.source[found - 1] === "\\" || unmeant.test(mark + behind)) continue;
    warn(work, code, { offset: found, values: shownOf(code, mark, behind) });
  }
}

function shownOf(code: keyof typeof leftovers, mark: string, behind: string): Record<string, string> {
  const [line = ""] = /^[^\n]*/u.exec(behind) ?? [];
  if (code === "heading-no-space")
    return { written: (mark + line).slice(0, 40), corrected: `${mark} ${line}`.slice(0, 41) };
  if (code === "tag-as-text") return { mark: `<${/^[^\s>]*>?/u.exec(line)?.[0]}` };
  return { mark: mark.replace(/\p{Co}/gu, (one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase()}`) };
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
