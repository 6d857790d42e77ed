import { markdownToMdast, type MdastNode } from "satteri";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands where in a Markdown body, as a CommonMark parser sees it. */
export interface MarkdownMap {
  readonly body: string;
  /** Blocks and spans of code, in order: nothing in them may change. */
  readonly code: readonly Span[];
  readonly isCode: (offset: number) => boolean;
  /** Raw HTML: blocks, or single tags inside text. */
  readonly html: readonly (Span & { readonly block: boolean })[];
  readonly definitions: readonly Span[];
  readonly tables: readonly Span[];
}

const inlineParents = new Set("paragraph heading tableCell emphasis strong delete link linkReference".split(" "));

/** Parses a body once, by the rules of our pages as far as they decide what is code and what is HTML; offsets are UTF-16 units. */
export function markdownMap(body: string): MarkdownMap {
  const [code, definitions, tables]: [Span[], Span[], Span[]] = [[], [], []];
  const lists = new Map(Object.entries({ code, inlineCode: code, definition: definitions, table: tables }));
  const html: (Span & { block: boolean })[] = [];
  const visit = (node: MdastNode, parent: string): void => {
    const { type, position } = node;
    const span = { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
    lists.get(type)?.push(span);
    if (type === "html") html.push({ ...span, block: !inlineParents.has(parent) });
    if ("children" in node) for (const child of node.children) visit(child, type);
  };
  const features = { gfm: true, definitionList: /^[ \t>]*:[ \t]/mu.test(body) };
  visit(markdownToMdast(body, { features }), "");
  return { body, code, isCode: insideOf(code, body.length), html, definitions, tables };
}

/** Whether an offset of a text of this length lies in one of the spans. */
export function insideOf(spans: readonly Span[], length: number): (offset: number) => boolean {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return (offset) => marks[offset] === 1;
}

/** A stretch of a text to be written otherwise. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with its edits made; of edits that overlap the first (then the longest) wins. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Edits for what a pattern finds outside code; a match of which `written` makes nothing else stays. */
export function editsOf(
  { body, isCode }: MarkdownMap,
  pattern: RegExp,
  written: (match: RegExpExecArray) => string | undefined,
): Edit[] {
  return [...body.matchAll(pattern)].flatMap((match): Edit[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const text = isCode(start) || isCode(end - 1) ? undefined : written(match);
    return text === undefined || text === match[0] ? [] : [{ start, end, text }];
  });
}
