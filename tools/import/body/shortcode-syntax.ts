import { scan } from "./code-scan.ts";

/** Arguments of a shortcode. */
interface Arguments {
  readonly listed: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/** A piece of a body: text, or a shortcode's tag. */
export type Token =
  | { readonly kind: "text"; readonly text: string; readonly start: number }
  | (Tag & { readonly kind: "open" | "close" });

/** A tag as written. */
interface Tag {
  readonly name: string;
  readonly args: Arguments;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

const argument = /\s*(?:([\w:.@-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+?)(?=\s|\/?\s*[>%]\}\}))/suy;
const opening = /\{\{([<%])\s*(\/?)\s*([\p{L}\w][\p{L}\w./-]*?)(?=\s|\/?\s*[>%]\}\})/suy;

/** Reads the shortcode's tag at an offset; undefined where none stands. */
function tagAt(text: string, start: number): (Tag & { kind: "open" | "close" }) | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [whole, bracket, slash, name = ""] = match;
  const listed: string[] = [];
  const named = new Map<string, string>();
  const closing = bracket === "<" ? /\s*(\/?)\s*>\}\}/suy : /\s*(\/?)\s*%\}\}/suy;
  let at = start + whole.length;
  for (;;) {
    closing.lastIndex = at;
    const end = closing.exec(text);
    if (end) {
      const kind = slash === "/" ? "close" : "open";
      return { kind, name, args: { listed, named }, start, end: at + end[0].length, selfClosing: end[1] === "/" };
    }
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (!found || found[0] === "") return undefined;
    const value = found[2]?.replace(/\\(["\\])/gu, "$1") ?? found[3] ?? found[4] ?? "";
    if (found[1] === undefined) listed.push(value);
    else named.set(found[1].toLowerCase(), value);
    at += found[0].length;
  }
}

/** An escaped tag (`{{</* x *​/>}}`) at an offset: what Hugo shows for it, and its end. */
function escapedTagAt(text: string, start: number): { shown: string; end: number } | undefined {
  const match = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/suy;
  match.lastIndex = start;
  const found = match.exec(text);
  return found
    ? { shown: `{{${found[1] ?? ""}${found[2] ?? ""}${found[3] ?? ""}}}`, end: start + found[0].length }
    : undefined;
}

/** What becomes of a tag that stands in code, by its offset in the body. */
export type CodeTag = (tag: Tag & { readonly kind: "open" | "close" }, written: string) => string;

/** Code whose escaped tags stand as Hugo shows them; `start` is its offset in the body. */
function codeTags(text: string, start: number, inCode: CodeTag): string {
  return text.replace(
    /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}|\{\{[<%]\s*\/?\s*[\p{L}\w](?:[^{}]|\{(?!\{)|\}(?!\}))*?[>%]\}\}/gsu,
    (written: string, ...rest: (string | number | undefined)[]) => {
      const [left, shown, right, at] = rest;
      if (left !== undefined) return `{{${String(left)}${String(shown)}${String(right)}}}`;
      const tag = tagAt(text, Number(at));
      return tag === undefined || tag.end !== Number(at) + written.length
        ? written
        : inCode({ ...tag, start: start + tag.start }, written);
    },
  );
}

/** Shortcodes whose inside is code or data and is read no further. */
const rawInside =
  /^(?:highlight|code|codeblock|code-block|prism|raw|rawhtml|raw-html|html|mermaid|chart|echarts|katex|math|mathjax|latex|plantuml|typeit|markmap|music)$/iu;

/**
 * Cuts a body into text and shortcode tags. Tags in code become what `inCode` makes of them, escaped ones there lose
 * their escape; outside code an escaped tag becomes inline code, which is how its author wants it seen.
 */
export function shortcodeTokens(body: string, inCode: CodeTag): Token[] {
  const tokens: Token[] = [];
  let text = "";
  let start = 0;
  const keep = (at: number, shown: string) => {
    if (text === "") start = at;
    text += shown;
  };
  const flush = () => {
    if (text !== "") tokens.push({ kind: "text", text, start });
    text = "";
  };
  const code = (from: number, to: number) => keep(from, codeTags(body.slice(from, to), from, inCode));
  const shortcode = (at: number) => {
    const escaped = escapedTagAt(body, at);
    const tag = escaped ? undefined : tagAt(body, at);
    if (tag === undefined) {
      keep(at, escaped ? `\`${escaped.shown}\`` : body.slice(at, at + 3));
      return escaped?.end ?? at + 3;
    }
    flush();
    tokens.push(tag);
    const isRaw = tag.kind === "open" && !tag.selfClosing && rawInside.test(tag.name);
    const inside = isRaw ? rawEnd(body, tag) : undefined;
    if (inside !== undefined) code(tag.end, inside);
    return inside ?? tag.end;
  };
  scan(body, "\\{\\{[<%]", { text: (from, to) => keep(from, body.slice(from, to)), code, tag: shortcode });
  flush();
  return tokens;
}

function rawEnd(body: string, tag: { name: string; end: number }): number | undefined {
  const closing = new RegExp(`\\{\\{[<%]\\s*/\\s*${tag.name}\\s*[>%]\\}\\}`, "u").exec(body.slice(tag.end));
  return closing ? tag.end + closing.index : undefined;
}

/** A body as text and shortcodes; one that is closed holds what stood between. */
export type ShortcodeNode = { readonly kind: "text"; readonly text: string; readonly start: number } | Call;

/** A use of a shortcode. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly args: Arguments;
  /** Offset in the body as it was. */
  readonly start: number;
  readonly inner?: readonly ShortcodeNode[];
}

/** Nests tokens; tags that nothing closes stand alone, and closing tags that close nothing are handed to `unopened`. */
export function shortcodeTree(
  tokens: readonly Token[],
  unopened: (start: number, name: string) => void,
): ShortcodeNode[] {
  const nodes: ShortcodeNode[] = [];
  const open: { name: string; index: number }[] = [];
  for (const token of tokens) {
    if (token.kind === "text") nodes.push(token);
    else if (token.kind === "open") {
      if (!token.selfClosing) open.push({ name: token.name, index: nodes.length });
      nodes.push({ kind: "call", name: token.name, args: token.args, start: token.start });
    } else {
      const level = open.findLastIndex(({ name }) => name === token.name);
      const found = open[level];
      if (found === undefined) unopened(token.start, token.name);
      else {
        const inner = nodes.splice(found.index + 1);
        const call = nodes.pop();
        if (call?.kind === "call") nodes.push({ ...call, inner });
        open.length = level;
      }
    }
  }
  return nodes;
}
