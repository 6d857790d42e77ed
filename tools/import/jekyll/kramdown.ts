import { cellsOf } from "#markdown/table-source.ts";
import { type Edit, edited, editsOf, markdownMap, type MarkdownMap } from "#tools/import/body/markdown-map.ts";
import { kindOf, quoted } from "#tools/import/body/shortcode-blocks.ts";

/** A body whose kramdown marks (`{:toc}`, `{: file="a.js"}`, abbreviations) have become ours or gone; our own pages read other attributes. Code stays. */
export function withoutKramdown(body: string): string {
  const written = markdownMap(body);
  const boxed = edited(body, [
    ...editsOf(written, box, noticeOf),
    ...editsOf(written, unseen, () => ""),
    // On a phone nobody sees what a pointer would be shown.
    ...editsOf(written, abbreviation, ({ 1: short, 2: long }) => `\n${short}\n: ${long}\n`),
    ...editsOf(
      written,
      lazyQuote,
      ({ 1: marks = "", 2: text = "" }) => `${marks}\n${text.replace(/^(?=.)/gmu, `${marks} `)}`,
    ),
    ...editsOf(written, labelled, ({ 1: target, 2: words, index }) => {
      const isCell = body.slice(body.lastIndexOf("\n", index) + 1, index).includes("|");
      return `[[${target}${isCell ? "\\" : ""}|${words}]]`;
    }),
  ]);
  const ended = /^[ \t]*<[a-z]/imu.test(boxed) ? withKramdownHtml(boxed) : boxed;
  const piped = withPipesInCode(ended);
  const map = markdownMap(piped);
  return edited(piped, [
    ...blockEdits(map),
    ...editsOf(map, unseen, () => ""),
    ...editsOf(map, listEnd, ([line, lead = "", item]) => (item === undefined ? `${line}${lead.trimEnd()}\n` : "")),
    ...editsOf(map, noteEnd, ([note]) => `${note}\n`),
    ...tableHeads(map),
  ]);
}

/** A line of a quotation without words, and the text right below it: kramdown quotes that too, CommonMark does not. */
const lazyQuote =
  /^( {0,3}(?:>[ \t]?)*>)[ \t]*\n((?:(?![ \t]*(?:[>`~]|\{:|<\/?(?:div|details|table|p|pre|figure|center|iframe|h\d)\b)).*\S.*(?:\n(?=.*\S))?)+)/gmu;

/** A footnote and the line right below it, which is text again for kramdown unless an indent makes it the footnote's. */
const noteEnd = /^ {0,3}\[\^[^\]\n]+\]:[^\n]*\n(?:(?: {4}|\t)[^\n]*\n)*(?=[^\s[{])/gmu;

/** A list of attributes that ends its block, for which CommonMark wants a blank line; or that stands between items of a list. */
const listEnd = /(?<=[^\s>][^\n]*\n)([ \t>]*)\{:[^{}\n]*\}[ \t]*\n(?=[ \t>]*(?:((?:[-*+]|\d+\.)[ \t])|[^\s>]))/gu;

/** The links of a wiki that a theme has made of Jekyll: `[[글]]{보이는 말}`. */
const labelled = /(?<![\\`])\[\[([^[\]|\n]+)\]\]\{(?![.#%:{])([^{}\n]+)\}/gu;

/** What themes make a notice of: `<div class="notice--info">`, which holds no further one. */
const box =
  /^<div\s+class\s*=\s*["']((?:notice|alert)\b[^"'<>]*)["'][^<>]*>((?:(?!<\/?div\b)[\s\S])*)<\/div>[ \t]*$/gimu;

function noticeOf({ 1: classes = "", 2: inner = "" }: RegExpExecArray): string | undefined {
  const kind = kindIn(`.${classes.trim().replace(/^alert\s+|\s+/gu, " .")}`);
  return kind && quoted(`[!${kind}]\n\n${inner.trim()}`);
}

/** The kind of the callout that classes make, `.notice--info .x`; undefined for others. */
function kindIn(classes: string): string | undefined {
  return kindOf(callout.exec(classes)?.slice(1).find(Boolean) ?? "");
}

/** What an abbreviation stands for, which becomes a list of words. */
const abbreviation = /^\*\[([^\]\n]+)\]:[ \t]*(\S[^\n]*)$/gmu;

/** What shows nothing itself: comments, named lists of attributes, and those of HTML and of items of a list. */
const unseen =
  /\{::comment\}[\s\S]*?\{:\/(?:comment)?\}|\{:\/[a-z]*\}|\n?\{::(?!comment\})[^{}\n]*\}[ \t]*$|^ {0,3}\{:[ \t]*[^\s{}:]+:[^{}\n]*\}[ \t]*$|(?<=<[^<>\n]+>|^[ \t]*(?:[-*+]|\d+\.)[ \t]+)\{:[^{}\n]*\}/gmu;

/** In a row of a table kramdown reads `|` between backticks as code, GFM as the end of the cell unless a backslash stands before it. */
function withPipesInCode(body: string): string {
  if (!/^[ \t]*\|.*`/mu.test(body)) return body;
  const rows = editsOf(markdownMap(body), /^[ \t]*\|.*`.*\|[ \t]*$/gmu, ([row]) =>
    row.replace(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gu, (span) => span.replace(/(?<!\\)\|/gu, "\\|")),
  );
  return edited(body, rows);
}

/** Lines of attributes that say more than ours: `{:toc}` with its list item, titles of code, classes of notices, which make a callout of the text above (from a blank line or other attributes on) or right below. */
function blockEdits({ body, code, isCode }: MarkdownMap): Edit[] {
  const ends = /^(?:[ \t]*|([ \t>]*)(\{:[^{}\n]*\})[ \t]*)$/gmu;
  let next = 0;
  return [...body.matchAll(ends)].flatMap(({ 0: line, 1: lead = "", 2: written, index }): Edit[] => {
    if (isCode(index + lead.length)) return [];
    const [from, end] = [next, index + line.length];
    next = end + 1;
    if (written === undefined) return [];
    const gone = { start: Math.max(0, index - 1), end, text: "" };
    if (/^\{:\s*\.?toc\b/u.test(written)) return [{ ...gone, start: itemBefore(body, index) ?? gone.start }];
    const block = code.find((one) => Math.abs(one.end - gone.start) <= 1);
    const title = block && fileTitle(body, block.start, written);
    if (title) return [gone, title];
    const kind = kindIn(written);
    if (kind === undefined) return [];
    const above = body.slice(from, gone.start);
    const below = above.trim() === "" ? (paragraphBelow.exec(body.slice(end))?.[0] ?? "") : "";
    const text = below === "" ? above : below.slice(1);
    if (text.trim() === "") return [];
    const inner = /^[ \t]*>/u.test(text) ? text.replace(/^[ \t]*> ?/gmu, "") : text;
    const last = end + below.length;
    const gap = /^\n[^\n]/u.test(body.slice(last, last + 2)) ? "\n" : "";
    return [{ start: below === "" ? from : index, end: last, text: quoted(`[!${kind}]\n${inner}`) + gap }];
  });
}

const paragraphBelow =
  /^\n(?![ \t]*(?:[`~#|<]|[-*+][ \t]|\d+[.)][ \t]))(?![ \t]*\{:)[ \t]*\S[^\n]*(?:\n(?![ \t]*\{:)[ \t]*\S[^\n]*)*/u;

/** `* TOC` above `{:toc}` is a place for the list of contents, not words: where its line begins, the break before it too. */
function itemBefore(body: string, index: number): number | undefined {
  const start = Math.max(0, body.lastIndexOf("\n", index - 2));
  return /^\n?[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n$/u.test(body.slice(start, index)) ? start : undefined;
}

/** `{: file="A.java" }` under the fence at an offset is its title. */
function fileTitle(body: string, start: number, written: string): Edit | undefined {
  const name = /\bfile\s*=\s*["']([^"']+)["']/u.exec(written)?.[1];
  const end = body.indexOf("\n", start);
  const info = /^(?:`{3,}|~{3,})(.*)$/u.exec(body.slice(start, end))?.[1];
  if (name === undefined || info === undefined) return undefined;
  return { start: end, end, text: `${info.trim() === "" ? "text" : ""} title="${name.replaceAll('"', "'")}"` };
}

const ruled = /^[|:\s-]*-[|:\s-]*$/u;

/** Tables without a head, which only kramdown knows, get an empty one; a line ruled above the head goes. */
function tableHeads(map: MarkdownMap): Edit[] {
  const tables = /(?<=^|\n[ \t]*\n)(\|[^\n]*\|)[ \t]*(?:\n|$)(?:\|[^\n]*(?:\n|$))*/gu;
  return editsOf(map, tables, ([table, first = ""]) => {
    const columns = cellsOf(first);
    const empty = `|${"  |".repeat(columns)}\n`;
    const [, , third = ""] = table.split("\n");
    if (ruled.test(first)) return ruled.test(third) ? table.slice(table.indexOf("\n") + 1) : empty + table;
    return table.split("\n").some((row) => ruled.test(row))
      ? undefined
      : `${empty}|${"---|".repeat(columns)}\n${table}`;
  });
}

/** Classes by which themes make a callout. */
const callout =
  /\.?(?:prompt-|notice--|alert-)(tip|info|primary|success|warning|danger)|\.(tip|success|warning|danger|error|important|notice|info|note|callout)\b/u;

/** A line that ends raw HTML for kramdown: it closes a block, or holds nothing but a closing tag or an element without words; text or code follows at once. */
const htmlEnd =
  /(?:^[ \t]*<(?:(?:br|img|hr|wbr|input)\b[^<>\n]*|\/[a-z][\w-]*)>|<\/(?:address|article|aside|blockquote|center|details|div|dl|figure|footer|form|header|ol|p|section|select|svg|table|template|ul)>)(?:\{:[^{}\n]*\})?[ \t]*\n(?= {0,3}[^\s<])/gimu;

/** A body whose raw HTML ends where kramdown ends it, for which CommonMark wants a blank line; a blank line inside a table makes no code of its rows. */
export function withKramdownHtml(body: string): string {
  const joined = body.replace(/^[ \t]*<(table|ul|ol|dl)\b(?![^>]*\bmarkdown\s*=)[\s\S]*?^[ \t]*<\/\1>/gimu, (element) =>
    element.replace(/\n(?:[ \t]*\n)+(?=[ \t]{4,}<)/gu, "\n"),
  );
  const edits = markdownMap(joined).html.flatMap(({ start, end, block }): Edit[] => {
    // What stands behind a fence is read when that is known to be one.
    const [source = ""] = joined.slice(start, end).split(/(?<=^[ \t]*(?:`{3}|~{3}))/mu, 1);
    if (!block || /^\s*<(?:script|style|pre|textarea|!--)/iu.test(source)) return [];
    const ends = source.matchAll(htmlEnd).map(({ 0: line, index }) => start + index + line.length);
    return [...ends].map((at) => ({ start: at, end: at, text: "\n" }));
  });
  return edits.length === 0 ? joined : withKramdownHtml(edited(joined, edits));
}
