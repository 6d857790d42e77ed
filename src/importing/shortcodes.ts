import { isLineLead, placed, settled } from "./block-text.ts";
import type { BodyContext } from "./body-context.ts";
import { calloutShortcode } from "./shortcode-callouts.ts";
import { codeShortcode } from "./shortcode-code.ts";
import { embedShortcode } from "./shortcode-embeds.ts";
import { imageShortcode } from "./shortcode-images.ts";
import { otherShortcode, unknownShortcode } from "./shortcode-others.ts";
import { shortcodeTokens } from "./shortcode-tokens.ts";
import { type Call, type ShortcodeNode, shortcodeTree } from "./shortcode-tree.ts";
import type { Converted, Use } from "./shortcode-use.ts";

/** A body whose Hugo shortcodes have become Markdown. */
export function withoutShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/u.test(body)) return body;
  const tree = shortcodeTree(shortcodeTokens(body), (start, name) => context.warn("shortcode-stray", start, { name }));
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
      const { text: shown, block } = converted(node, { work, inline: !alone });
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

/** Whether nothing but blanks follows on the line; another block shortcode may. */
function endsLine(nodes: readonly ShortcodeNode[], index: number, node: Call): boolean {
  const next = nodes[index + 1];
  if (next === undefined || next.kind === "call") return true;
  return (
    /^[ \t]*(?:\n|$)/u.test(next.text) ||
    (node.inner?.some((inner) => inner.kind === "text" && inner.text.includes("\n")) ?? false)
  );
}

function converted(node: Call, at: { work: Work; inline: boolean }): Converted {
  const { work } = at;
  const use: Use = {
    name: node.name.toLowerCase().split("/").at(-1) ?? node.name,
    listed: node.args.listed,
    named: node.args.named,
    ...(node.inner === undefined ? {} : { inner: dedented(composed(node.inner, work)), raw: rawOf(node) }),
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

function rawOf(node: Call): string {
  return (node.inner ?? []).map((inner) => (inner.kind === "text" ? inner.text : "")).join("");
}

/** Text without the indent that all its lines share. */
function dedented(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return shared === 0
    ? text
    : lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(shared))).join("\n");
}
