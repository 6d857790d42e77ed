import { lastByName, scan } from "./code-scan.ts";

/** A shortcode's tag as written; `start` and `end` are offsets in the body. */
export interface Tag {
  readonly kind: "open" | "close";
  readonly name: string;
  readonly listed: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** A use of a shortcode; one that is closed holds what stood between its tags. */
export interface Call extends Tag {
  readonly inner?: readonly ShortcodeNode[];
}

/** A piece of a body: text, or a shortcode. */
export type ShortcodeNode = string | Call;

const argument =
  /\s*(?:([\w:.@-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|((?!\{\{)[^\s"`=]+?)(?=\s|\/?\s*[>%]\}\}))/suy;
const opening = /\{\{([<%])\s*(\/?)\s*([\p{L}\w][\p{L}\w./-]*?)(?=\s|\/?\s*[>%]\}\})/suy;

/** Reads the shortcode's tag at an offset; undefined where none stands. */
function tagAt(text: string, start: number): Tag | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [whole, bracket, slash, name = ""] = match;
  const kind = slash === "/" ? "close" : "open";
  const listed: string[] = [];
  const named = new Map<string, string>();
  const closing = bracket === "<" ? /\s*(\/?)\s*>\}\}/suy : /\s*(\/?)\s*%\}\}/suy;
  let at = start + whole.length;
  for (;;) {
    closing.lastIndex = at;
    const end = closing.exec(text);
    if (end) return { kind, name, listed, named, start, end: closing.lastIndex, selfClosing: end[1] === "/" };
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (!found || found[0] === "") return undefined;
    const value = found[2]?.replace(/\\(["\\])/gu, "$1") ?? found[3] ?? found[4] ?? "";
    if (found[1] === undefined) listed.push(value);
    else named.set(found[1].toLowerCase(), value);
    at += found[0].length;
  }
}

const escapedTag = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/suy;

/** The escaped tag (`{{</* x *​/>}}`) at an offset, and what Hugo shows for it; undefined where none stands. */
function escapedAt(text: string, start: number): { written: string; shown: string } | undefined {
  escapedTag.lastIndex = start;
  const [written, left = "", inside = "", right = ""] = escapedTag.exec(text) ?? [];
  return written === undefined ? undefined : { written, shown: `{{${left}${inside}${right}}}` };
}

/** What becomes of a tag that stands in code. */
type CodeTag = (tag: Tag, written: string) => string;

/** Code, `start` characters into the body, whose tags are as `inCode` has them and whose escaped tags as Hugo shows them. */
function codeTags(code: string, start: number, inCode: CodeTag): string {
  return code.replace(
    /\{\{[<%](?:\/\*.*?\*\/|\s*\/?\s*[\p{L}\w](?:[^{}]|\{(?!\{)|\}(?!\}))*?)[>%]\}\}/gsu,
    (written: string, at: number) => {
      const shown = escapedAt(code, at)?.shown;
      const tag = shown === undefined ? tagAt(code, at) : undefined;
      if (tag?.end !== at + written.length) return shown ?? written;
      return inCode({ ...tag, start: start + at }, written);
    },
  );
}

/** Shortcodes whose inside is code or data and is read no further. */
const rawInside =
  /^(?:highlight|code|codeblock|code-block|prism|raw|rawhtml|raw-html|html|mermaid|chart|echarts|katex|math|mathjax|latex|plantuml|typeit|markmap|music)$/iu;

/**
 * Cuts a body into text and shortcodes; a tag that nothing closes stands alone, a closing tag that closes nothing is handed
 * to `unopened`. Tags in code become what `inCode` makes of them, escaped ones there lose their escape; outside code an
 * escaped tag becomes inline code, which is how its author wants it seen.
 */
export function shortcodesIn(body: string, inCode: CodeTag, unopened: (tag: Tag) => void): ShortcodeNode[] {
  const nodes: ShortcodeNode[] = [];
  const closings = lastByName(body, /\{\{[<%]\s*\/\s*([\p{L}\w./-]+)\s*[>%]\}\}/gu);
  const open: { name: string; index: number }[] = [];
  const keep = (text: string) => {
    const last = nodes.at(-1);
    if (typeof last === "string") nodes[nodes.length - 1] = last + text;
    else if (text !== "") nodes.push(text);
  };
  const close = (tag: Tag) => {
    const level = open.findLastIndex(({ name }) => name === tag.name);
    const { index } = open[level] ?? {};
    const call = nodes[index ?? -1];
    if (index === undefined || typeof call !== "object") unopened(tag);
    else {
      nodes[index] = { ...call, inner: nodes.splice(index + 1) };
      open.length = level;
    }
  };
  const code = (from: number, to: number) => keep(codeTags(body.slice(from, to), from, inCode));
  const shortcode = (at: number) => {
    const escaped = escapedAt(body, at);
    const tag = escaped ? undefined : tagAt(body, at);
    if (tag === undefined) {
      keep(escaped ? `\`${escaped.shown}\`` : body.slice(at, at + 3));
      return at + (escaped?.written.length ?? 3);
    }
    if (tag.kind === "close") close(tag);
    else if (!tag.selfClosing) open.push({ name: tag.name, index: nodes.length });
    if (tag.kind === "open") nodes.push(tag);
    const inside = rawEnd(body, tag, closings.get(tag.name));
    if (inside !== undefined) code(tag.end, inside);
    return inside ?? tag.end;
  };
  scan(body, "\\{\\{[<%]", { text: (from, to) => keep(body.slice(from, to)), code, tag: shortcode });
  return nodes;
}

/** Where what a tag holds as code or data ends; undefined for other tags, and where nothing closes it up to the `last` place that could. */
function rawEnd(body: string, { kind, name, end, selfClosing }: Tag, last = -1): number | undefined {
  if (kind === "close" || selfClosing || last < end || !rawInside.test(name)) return undefined;
  const closing = new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "u").exec(body.slice(end));
  return closing ? end + closing.index : undefined;
}
