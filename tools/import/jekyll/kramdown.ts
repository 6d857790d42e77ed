import type { BodyContext } from "#tools/import/shared/blog.ts";
import { type Edit, edited, isInside, markdownMap, type MarkdownMap } from "#tools/import/body/markdown-map.ts";
import { withKramdownHtml } from "./kramdown-html.ts";
import { quoted } from "#tools/import/body/shortcode-callouts.ts";

/** A body whose kramdown marks (`{:toc}`, `{: .class}`, `markdown="1"`, abbreviations) have become ours or gone; code stays. */
export function withoutKramdown(body: string, context: BodyContext): string {
  const ended = /^[ \t]*<[a-z]/imu.test(body) ? withKramdownHtml(body) : body;
  const opened = /markdown\s*=/iu.test(ended) ? withMarkdownInHtml(ended) : ended;
  const piped = withPipesInCode(opened);
  const map = markdownMap(piped);
  return edited(piped, [
    ...blockEdits(piped, map, context),
    ...inlineEdits(piped, map, context),
    ...tableHeads(piped, map),
  ]);
}

/** In a row of a table kramdown reads `|` between backticks as code, GFM as the end of the cell unless a backslash stands before it. */
function withPipesInCode(body: string): string {
  const rows = [...body.matchAll(/^[ \t]*\|.*`.*\|[ \t]*$/gmu)];
  if (rows.length === 0) return body;
  const { code } = markdownMap(body);
  const edits = rows.map(({ 0: row, index }): Edit => {
    const text = row.replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gu, (span) => span.replace(/(?<!\\)\|/gu, "\\|"));
    return { start: index, end: index + row.length, text: isInside(code, index) ? row : text };
  });
  return edited(body, edits);
}

/** `<div markdown="1">` holds Markdown only where blank lines stand around it. */
function withMarkdownInHtml(body: string): string {
  const map = markdownMap(body);
  const edits: Edit[] = [];
  for (const { 0: tag, 1: before = "", 2: after = "", index } of body.matchAll(
    /(<[a-z][\w-]*(?:\s[^<>]*?)?)\s+markdown\s*=\s*["']?(?:1|block|span|0)["']?([^<>]*>)/giu,
  )) {
    if (isInside(map.code, index)) continue;
    const isLineEnd = /^[ \t]*\n/u.test(body.slice(index + tag.length, index + tag.length + 80));
    edits.push({ start: index, end: index + tag.length, text: `${before}${after}${isLineEnd ? "\n" : ""}` });
  }
  const opened = edited(body, edits);
  return opened.replace(
    /(?<=[^\n])\n(?=[ \t]*<\/(?:div|details|section|figure|aside|article|center|blockquote|td|li)>)/giu,
    "\n\n",
  );
}

/** Lines of attributes: `{:toc}` with its list item, classes of notices (then a callout), ids of headings; the rest goes. */
function blockEdits(body: string, map: MarkdownMap, context: BodyContext): Edit[] {
  return [...body.matchAll(/^([ \t>]*)(\{:[^{}\n]*\}|\{::[^{}\n]*\})[ \t]*$/gmu)].flatMap(
    ({ 0: line, 1: lead = "", 2: written = "", index }) => {
      if (isInside(map.code, index + lead.length)) return [];
      const gone = {
        start: Math.max(0, index - (body[index - 1] === "\n" ? 1 : 0)),
        end: index + line.length,
        text: "",
      };
      if (/^\{:\s*\.?(?:no_)?toc\b/u.test(written) && !/no_toc/u.test(written))
        return [withListItem(body, index, gone)];
      const title = fileTitle(opened(body, map, gone.start), written);
      if (title !== undefined) return [gone, title];
      const kind = calloutKind(written);
      if (kind !== undefined) return calloutEdits(body, { index, line, kind });
      const id = /\s#([^\s}]+)|^\{:\s*#([^\s}]+)/u.exec(written);
      const above = body.slice(0, gone.start);
      const heading = /(?:^|\n)(#{1,6} [^\n{]*)$/u.exec(above)?.[1];
      if (id && heading !== undefined) return [{ ...gone, text: ` {#${id[1] ?? id[2] ?? ""}}` }];
      if (!/no_toc|\.(?:no)?lineno|file=|\.(?:left|right|normal|shadow|w-\d+|rounded)/u.test(written))
        context.warn("attributes-dropped", index, { written });
      return [gone];
    },
  );
}

/** The first line of the code block that ends at an offset. */
function opened(body: string, map: MarkdownMap, end: number): { line: string; end: number } | undefined {
  const block = map.code.find((span) => Math.abs(span.end - end) <= 1);
  if (block === undefined) return undefined;
  const lineEnd = body.indexOf("\n", block.start);
  return { line: body.slice(block.start, lineEnd), end: lineEnd };
}

/** `{: file="A.java" }` under a fence is its title. */
function fileTitle(fence: { line: string; end: number } | undefined, written: string): Edit | undefined {
  const name = /\bfile\s*=\s*["']([^"']+)["']/u.exec(written)?.[1];
  if (name === undefined || fence === undefined || !/^(?:`{3,}|~{3,})/u.test(fence.line)) return undefined;
  const language = /^(?:`{3,}|~{3,})\s*$/u.test(fence.line) ? "text" : "";
  return { start: fence.end, end: fence.end, text: `${language} title="${name.replaceAll('"', "'")}"` };
}

const ruled = /^[|:\s-]*-[|:\s-]*$/u;

/** Tables without a head, which only kramdown knows, get an empty one; a line ruled above the head goes. */
function tableHeads(body: string, map: MarkdownMap): Edit[] {
  return [...body.matchAll(/(?<=^|\n[ \t]*\n)(\|[^\n]*\|)[ \t]*(?:\n|$)(?:\|[^\n]*(?:\n|$))*/gu)].flatMap(
    ({ 0: table, 1: first = "", index }) => {
      const columns = first.replace(/\\\|/gu, "").split("|").length - 2;
      if (isInside(map.code, index)) return [];
      if (ruled.test(first)) {
        const [, , third = ""] = table.split("\n");
        if (ruled.test(third)) return [{ start: index, end: index + table.indexOf("\n") + 1, text: "" }];
        return [{ start: index, end: index, text: `|${"  |".repeat(columns)}\n` }];
      }
      if (/^[|:\s-]*-[|:\s-]*$/mu.test(table)) return [];
      return columns < 1
        ? []
        : [{ start: index, end: index, text: `|${"  |".repeat(columns)}\n|${"---|".repeat(columns)}\n` }];
    },
  );
}

/** `* TOC` above `{:toc}` is a place for the list of contents, not words. */
function withListItem(body: string, index: number, gone: Edit): Edit {
  const item = /(?:^|\n)[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n$/u.exec(body.slice(0, index));
  return item === null ? gone : { ...gone, start: item.index };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/prompt-tip|notice--success|\.tip|\.success/u, "TIP"],
  [/prompt-warning|notice--warning|\.warning/u, "WARNING"],
  [/prompt-danger|notice--danger|\.danger|\.error/u, "CAUTION"],
  [/notice--primary|\.important/u, "IMPORTANT"],
  [/prompt-info|\.notice|\.info|\.note\b|\.callout/u, "NOTE"],
];

function calloutKind(written: string): string | undefined {
  return kinds.find(([names]) => names.test(written))?.[1];
}

/** The paragraph or quotation above the attributes becomes a callout. */
function calloutEdits(body: string, at: { index: number; line: string; kind: string }): Edit[] {
  const above = body.slice(0, at.index).replace(/\n$/u, "");
  const start = above.includes("\n\n") ? above.lastIndexOf("\n\n") + 2 : 0;
  const paragraph = above.slice(start);
  const inner = /^[ \t]*>/u.test(paragraph) ? paragraph.replace(/^[ \t]*> ?/gmu, "") : paragraph;
  return [{ start, end: at.index + at.line.length, text: quoted(`[!${at.kind}]\n${inner}`) }];
}

/** Attributes after a link, a picture, code or emphasis. */
function inlineEdits(body: string, map: MarkdownMap, context: BodyContext): Edit[] {
  const attributes = [...body.matchAll(/(?<=[^\s\n])[ ]?\{:[^{}\n]*\}/gu)].flatMap(({ 0: written, index }): Edit[] => {
    const at = index + written.indexOf("{");
    const inCode = isInside(map.code, at);
    if (inCode || /^[ \t>]*$/u.test(body.slice(body.lastIndexOf("\n", index - 1) + 1, at))) return [];
    if (!/target|rel=|width|height|\.|style|align|class|loading|lqip|#/u.test(written))
      context.warn("attributes-dropped", at, { written: written.trim() });
    return [{ start: index, end: index + written.length, text: "" }];
  });
  const lines = [...body.matchAll(/^\*\[[^\]\n]+\]:[^\n]*$/gmu)].flatMap(({ 0: line, index }): Edit[] =>
    !isInside(map.code, index) ? [{ start: index, end: index + line.length, text: "" }] : [],
  );
  const comments = [...body.matchAll(/\{::comment\}[\s\S]*?\{:\/(?:comment)?\}|\{:\/[a-z]*\}/gu)].flatMap(
    ({ 0: whole, index }): Edit[] =>
      isInside(map.code, index) ? [] : [{ start: index, end: index + whole.length, text: "" }],
  );
  return [...attributes, ...lines, ...comments];
}
