import { type Converted, isLineLead, placed, settled, type Use } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { calloutShortcode } from "./shortcode-callouts.ts";
import { codeShortcode } from "./shortcode-code.ts";
import { embedShortcode } from "./shortcode-embeds.ts";
import { imageShortcode } from "./shortcode-images.ts";
import { otherShortcode, plainShortcode, unknownShortcode } from "./shortcode-others.ts";
import { type Call, type ShortcodeNode, shortcodeTokens, shortcodeTree } from "./shortcode-syntax.ts";

/** A body whose Hugo shortcodes have become Markdown. */
export function withoutShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/u.test(body)) return body;
  const tokens = shortcodeTokens(body, (tag, written) => {
    const text = tag.kind === "open" ? plainShortcode({ ...tag, ...tag.args, inline: true, context }) : written;
    if (text === undefined) context.warn("shortcode-in-code", tag.start, { name: tag.name });
    return text ?? written;
  });
  const tree = shortcodeTree(tokens, (start, name) => context.warn("shortcode-unopened", start, { name }));
  return composed(tree, { body, context });
}

interface Work {
  readonly body: string;
  readonly context: BodyContext;
}

function composed(nodes: readonly ShortcodeNode[], work: Work): string {
  let text = "";
  nodes.forEach((node, index) => {
    if (node.kind === "text") text += node.text;
    else {
      const lineStart = text.slice(text.lastIndexOf("\n") + 1);
      const alone = isLineLead(lineStart) && !startsMidLine(text, node, work) && endsLine(nodes, index, node);
      const { text: shown, block } = converted(node, { work, inline: !alone, lead: lineStart.length });
      text = block ? placed(text, lineStart, shown) : text + shown;
    }
  });
  return settled(text);
}

function startsMidLine(text: string, node: Call, work: Work): boolean {
  if (text !== "") return false;
  const before = work.body.slice(work.body.lastIndexOf("\n", node.start - 1) + 1, node.start);
  return !isLineLead(before) && !/[>%]\}\}\s*$/u.test(before);
}

/** Whether nothing but blanks follows on the line; after a container of several lines another tag may. */
function endsLine(nodes: readonly ShortcodeNode[], index: number, node: Call): boolean {
  const holdsLines = node.inner?.some((inner) => inner.kind === "text" && inner.text.includes("\n")) ?? false;
  const next = nodes[index + 1];
  if (next === undefined || holdsLines) return true;
  if (next.kind === "call") return false;
  return /^[ \t]*\n/u.test(next.text) || (next.text.trim() === "" && nodes[index + 2] === undefined);
}

function converted(node: Call, at: { work: Work; inline: boolean; lead: number }): Converted {
  const { work } = at;
  const use: Use = {
    name: node.name.toLowerCase().split("/").at(-1) ?? node.name,
    listed: node.args.listed,
    named: node.args.named,
    ...(node.inner === undefined
      ? {}
      : { inner: outdented(composed(node.inner, work), at.lead), raw: rawOf(node, at.inline ? 0 : at.lead) }),
    inline: at.inline,
    start: node.start,
    context: work.context,
  };
  return (
    codeShortcode(use) ??
    calloutShortcode(use) ??
    otherKnown(use) ??
    imageShortcode(use) ??
    embedShortcode(use) ??
    unknownShortcode(use)
  );
}

/** `link` and `card` may be pictures or embeds, which come first. */
function otherKnown(use: Use): Converted | undefined {
  return /^(?:icon|emoji|svg|a|link|article|card)$/u.test(use.name)
    ? (imageShortcode(use) ?? otherShortcode(use))
    : otherShortcode(use);
}

/** What is written between the tags, without the indent of the tag's own line, as Hugo's `InnerDeindent` has it. */
function rawOf(node: Call, lead: number): string {
  const text = (node.inner ?? []).map((inner) => (inner.kind === "text" ? inner.text : "")).join("");
  return lead === 0
    ? text
    : text.replace(/\n[ \t]+/gu, (line) => `\n${line.slice(1).slice(Math.min(lead, line.length - 1))}`);
}

/**
 * Inner text without blank lines around it, and without the indent that all its lines share with the tag; what is indented
 * by four blanks more is code and stays so.
 */
function outdented(text: string, lead: number): string {
  const lines = text
    .replace(/^(?:[ \t]*\n)+/u, "\n")
    .replace(/\s+$/u, "")
    .split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => columnsOf(/^[ \t]*/u.exec(line)?.[0] ?? ""));
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  const cut = shared - lead < 4 ? shared : lead;
  const whole = lines.map((line, index) => (index === 0 ? line.trimStart() : withoutColumns(line, cut))).join("\n");
  return whole.replace(/^\n+/u, "");
}

/** How wide an indent is, a tab as four blanks. */
function columnsOf(indent: string): number {
  return indent.replace(/\t/gu, "    ").length;
}

function withoutColumns(line: string, columns: number): string {
  let at = 0;
  for (let left = columns; left > 0 && /[ \t]/u.test(line.charAt(at)); at += 1) left -= line[at] === "\t" ? 4 : 1;
  return line.slice(at);
}
