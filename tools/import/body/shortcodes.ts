import { type Converted, isLineLead, settled, type Use, withConverted } from "./shortcode-use.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { calloutShortcode, codeShortcode } from "./shortcode-blocks.ts";
import { embedShortcode, imageShortcode } from "./shortcode-media.ts";
import { otherShortcode, plainShortcode, unknownShortcode } from "./shortcode-others.ts";
import { type Call, type ShortcodeNode, shortcodesIn } from "./shortcode-syntax.ts";

/** A body whose Hugo shortcodes have become Markdown. */
export function withoutShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/u.test(body)) return body;
  const nodes = shortcodesIn(
    body,
    (tag, written) => {
      const text = tag.kind === "open" ? plainShortcode({ ...tag, inline: true, context }) : written;
      if (text === undefined) context.warn("shortcode-in-code", tag.start, { name: tag.name });
      return text ?? written;
    },
    ({ start, name }) => context.warn("shortcode-unopened", start, { name }),
  );
  return composed(nodes, { body, context });
}

interface Work {
  readonly body: string;
  readonly context: BodyContext;
}

function composed(nodes: readonly ShortcodeNode[], work: Work): string {
  let text = "";
  for (const [index, node] of nodes.entries()) {
    if (typeof node === "string") text += node;
    else {
      const lineStart = text.slice(text.lastIndexOf("\n") + 1);
      const alone = isLineLead(lineStart) && !startsMidLine(text, node, work) && endsLine(nodes, index, node);
      text = withConverted(text, converted(node, { work, inline: !alone, lead: lineStart.length }));
    }
  }
  return settled(text);
}

function startsMidLine(text: string, node: Call, work: Work): boolean {
  if (text !== "") return false;
  const before = work.body.slice(work.body.lastIndexOf("\n", node.start - 1) + 1, node.start);
  return !isLineLead(before) && !/[>%]\}\}\s*$/u.test(before);
}

/** Whether nothing but blanks follows on the line; after a container of several lines another tag may. */
function endsLine(nodes: readonly ShortcodeNode[], index: number, { inner }: Call): boolean {
  const next = nodes[index + 1];
  if (next === undefined || inner?.some((one) => typeof one === "string" && one.includes("\n"))) return true;
  if (typeof next !== "string") return false;
  return /^[ \t]*\n/u.test(next) || (next.trim() === "" && nodes[index + 2] === undefined);
}

function converted(node: Call, at: { work: Work; inline: boolean; lead: number }): Converted {
  const { inner, start, listed, named } = node;
  const { work, inline, lead } = at;
  const name = node.name.toLowerCase().split("/").at(-1) ?? node.name;
  const held = inner && { inner: outdented(composed(inner, work), lead), raw: rawOf(inner, inline ? 0 : lead) };
  const use: Use = { name, listed, named, inline, start, context: work.context, ...held };
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
function rawOf(inner: readonly ShortcodeNode[], lead: number): string {
  const text = inner.filter((one) => typeof one === "string").join("");
  return text.replace(/\n[ \t]+/gu, (line) => `\n${line.slice(1).slice(Math.min(lead, line.length - 1))}`);
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
