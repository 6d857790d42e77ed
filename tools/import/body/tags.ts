import type { PageContext } from "#tools/import/shared/page-context.ts";
import type { Converted, Use } from "./shortcode-use.ts";
import { lineLead, textEnd, TextLines } from "./text-lines.ts";

/** A tag as written; `start` and `end` are offsets in the body. */
export interface Tag extends Pick<Use, "name" | "listed" | "named" | "start" | "rest"> {
  readonly end: number;
  /** True for one that never holds what follows it. */
  readonly isAlone: boolean;
  /** The name of the tag that it closes. */
  readonly closes?: string | undefined;
}

/** What stands where a tag could begin and none does: its text for our post. */
export interface Written {
  readonly text: string;
  readonly end: number;
}

/** How a system writes its tags, and what they mean. */
interface Dialect {
  /** The source of a pattern for what opens a tag, in `{`. */
  readonly opening: string;
  /** That of the tag which closes one of this name (itself the source of a pattern). */
  readonly closing: (name: string) => string;
  readonly read: (body: string, start: number) => Tag | Written;
  /** Code, `start` characters into the body, as our post has it. */
  readonly code: (code: string, start: number) => string;
  readonly markdown: (use: Use) => Converted;
  /** Called with a tag that closes nothing; without it such a tag is like any other. */
  readonly unopened?: (tag: Tag) => void;
}

/** A use of a tag; one that is closed holds what stood between its tags. */
interface Call extends Tag {
  readonly inner?: readonly Node[];
}

type Node = string | Call;

/** Tags whose inside is code or data and is read no further. */
const rawInside =
  /^(?:highlight|code|codeblock|code-block|prism|raw|rawhtml|raw-html|html|mermaid|chart|echarts|katex|math|mathjax|latex|plantuml|typeit|markmap|music)$/iu;

/** No indent is as long; to look for one in all of a line that grows would take longer and longer. */
const longestLead = 1000;

interface Work {
  readonly body: string;
  readonly context: PageContext;
  readonly dialect: Dialect;
}

/** A body whose tags have become Markdown; a tag that nothing closes stands alone. */
export function withoutTags(work: Work): string {
  return composed(treeOf(work), work);
}

function treeOf({ body, dialect }: Work): Node[] {
  const nodes: Node[] = [];
  const open: { name: string; index: number }[] = [];
  const closings = new RegExp(dialect.closing("([\\p{L}\\w./-]+?)"), "gu");
  const lastClosing = new Map([...body.matchAll(closings)].map(({ 1: name = "", index }) => [name, index]));
  const keep = (text: string) => {
    const last = nodes.at(-1);
    if (typeof last === "string") nodes[nodes.length - 1] = last + text;
    else if (text !== "") nodes.push(text);
  };
  const close = (tag: Tag) => {
    const level = open.findLastIndex(({ name }) => name === tag.closes);
    const { index = -1 } = open[level] ?? {};
    const call = nodes[index];
    if (typeof call === "object") {
      nodes[index] = { ...call, inner: nodes.splice(index + 1) };
      open.length = level;
    } else if (dialect.unopened) dialect.unopened(tag);
    else nodes.push(tag);
  };
  const code = (from: number, to: number) => keep(dialect.code(body.slice(from, to), from));
  const tagAt = (at: number) => {
    const tag = dialect.read(body, at);
    if ("text" in tag) keep(tag.text);
    else if (tag.closes !== undefined && !tag.isAlone) close(tag);
    else {
      if (!tag.isAlone) open.push({ name: tag.name, index: nodes.length });
      nodes.push(tag);
      // What nothing closes is not looked for again and again.
      const isRaw = !tag.isAlone && rawInside.test(tag.name) && (lastClosing.get(tag.name) ?? -1) >= tag.end;
      const inside = isRaw ? body.slice(tag.end).search(new RegExp(dialect.closing(tag.name), "u")) : -1;
      if (inside >= 0) code(tag.end, tag.end + inside);
      return tag.end + Math.max(0, inside);
    }
    return tag.end;
  };
  for (let at = 0; at < body.length;) {
    const { start, codeEnd } = textEnd(body, at, dialect.opening);
    keep(body.slice(at, start));
    if (codeEnd !== undefined) code(start, codeEnd);
    at = codeEnd ?? (start < body.length ? tagAt(start) : start);
  }
  return nodes;
}

function composed(nodes: readonly Node[], work: Work): string {
  const lines = new TextLines();
  for (const [index, node] of nodes.entries()) {
    if (typeof node === "string") lines.add(node);
    else {
      const lead = lines.lead ?? "";
      const leads =
        lead.length < longestLead && lines.lead === lineLead(lead) && !(lines.isEmpty && startsMidLine(node, work));
      const isAlone = leads && endsLine(nodes, index, node);
      lines.addConverted(work.dialect.markdown(useOf(node, { work, inline: !isAlone, lead: lead.length })));
    }
  }
  return lines.text();
}

function startsMidLine({ start }: Call, { body }: Work): boolean {
  const near = body.slice(Math.max(0, start - longestLead), start);
  const before = near.slice(near.lastIndexOf("\n") + 1);
  return lineLead(before) !== before && !/[>%]\}\}?$/u.test(before.trimEnd().slice(-3));
}

/** Whether nothing but blanks follows on the line; after a container of several lines another tag may. */
function endsLine(nodes: readonly Node[], index: number, { inner }: Call): boolean {
  const next = nodes[index + 1];
  if (next === undefined || inner?.some((one) => typeof one === "string" && one.includes("\n"))) return true;
  if (typeof next !== "string") return false;
  return /^[ \t]*\n/u.test(next) || (next.trim() === "" && nodes[index + 2] === undefined);
}

function useOf({ inner, ...tag }: Call, at: { work: Work; inline: boolean; lead: number }): Use {
  const { work, inline, lead } = at;
  const held = inner && { inner: outdented(composed(inner, work), lead), raw: rawOf(inner, inline ? 0 : lead) };
  return { ...tag, inline, context: work.context, ...held };
}

/** What is written between the tags, without the indent of the tag's own line, as Hugo's `InnerDeindent` has it. */
function rawOf(inner: readonly Node[], lead: number): string {
  const text = inner.filter((one) => typeof one === "string").join("");
  return text.replace(new RegExp(`\\n[ \\t]{0,${String(lead)}}`, "gu"), "\n");
}

/** Inner text without blank lines around it, and without the indent that all its lines share with the tag; four blanks more are code and stay. */
function outdented(text: string, lead: number): string {
  const lines = text
    .replace(/^(?:[ \t]*\n)+/u, "\n")
    .trimEnd()
    .split("\n");
  const indents = lines.slice(1).filter((line) => line.trim() !== "");
  const widths = indents.map((line) => /^ */u.exec(line.replaceAll("\t", "    "))?.[0].length ?? 0);
  const shared = widths.reduce((least, width) => Math.min(least, width), widths[0] ?? 0);
  const cut = shared - lead < 4 ? shared : lead;
  const whole = lines.map((line, index) => (index === 0 ? line.trimStart() : withoutColumns(line, cut))).join("\n");
  return whole.replace(/^\n+/u, "");
}

function withoutColumns(line: string, columns: number): string {
  let at = 0;
  for (let left = columns; left > 0 && /[ \t]/u.test(line.charAt(at)); at += 1) left -= line[at] === "\t" ? 4 : 1;
  return line.slice(at);
}
