import { addressEdits, pictureAddress } from "./addresses-in-text.ts";
import { cellsOf } from "#markdown/table-source.ts";
import type { Step } from "#tools/import/shared/blog.ts";
import type { PageContext } from "#tools/import/shared/page-context.ts";
import { type Edit, edited, editsOf, insideOf, type MarkdownMap, markdownMap } from "./markdown-map.ts";
import { htmlEdits, withQuotedValues } from "./raw-html.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { markdownPicture } from "./shortcode-use.ts";

/** A body with its addresses and raw HTML made ours; code stays as it is. */
function withOurAddresses(body: string, context: PageContext): string {
  const map = markdownMap(body);
  return edited(body, [...addressEdits(map, context), ...htmlEdits(map, context), ...typoEdits(map, context)]);
}

/** What every Markdown body goes through. */
export const ourSteps: readonly Step[] = [withQuotedValues, withTablesApart, withOurAddresses];

const table =
  /^((?:>[ \t]?)*)([^\n|>][^\n]*)\n(?=\1( {0,3}\|?[^\n|]*\|[^\n]*)\n\1 {0,3}(\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*(?:\n|$))/gmu;
/** An item's first line, or one of its further lines. */
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S|^[ \t]+\S/u;

/** A body with a blank line between a list and the table right below it: Hugo makes a table of such lines, our parser takes them for the item's text. */
function withTablesApart(body: string): string {
  if (!/\|[ \t]*:?-|-:?[ \t]*\|/u.test(body)) return body;
  const found = [...body.matchAll(table)].filter(
    ([, , above = "", head = "", rule = ""]) => item.test(above) && cellsOf(head) === cellsOf(rule),
  );
  if (found.length === 0) return body;
  const { isCode, tables } = markdownMap(body);
  const isTable = insideOf(tables, body.length);
  const edits = found.flatMap(({ 0: line, 1: marks = "", index }): Edit[] => {
    const at = index + line.length;
    return isCode(at) || isTable(at + marks.length + 4) ? [] : [{ start: at, end: at, text: `${marks.trimEnd()}\n` }];
  });
  return edited(body, edits);
}

/** Edits for marks that every renderer leaves as signs: `** 굵게 **` with blanks inside, another system's tags as text. */
function typoEdits(map: MarkdownMap, context: PageContext): Edit[] {
  return [
    ...blankBold(map),
    ...editsOf(map, pastedLink, ([, address]) => `](${address})`),
    ...editsOf(map, tickedFormula, ([, tex = ""]) => `$${tex}$`),
    ...foreignTags(map, context),
    ...bracketFormulas(map, context),
    ...tistoryPictures(map, context),
    ...editsOf(map, drawnTable, ([table]) => `\n\n${htmlToMarkdown(table)}\n\n`),
  ];
}

const drawnTable =
  /\n*[ \t]*(?:<div\s[^>]*\bcolorscripter-code\b[^>]*>\s*)?<table\s[^>]*\bcolorscripter-code-table\b[\s\S]*?<\/table>(?:\s*<\/div>)?\n*/giu;

/** An address pasted as a link into a link's own: `[말]([https://a.kr](https://a.kr))`. */
const pastedLink = /\]\(\[[^[\]\n]*\]\((https?:[^()\s]+)\)\)/gu;

/** GitHub's formulas in a line: `` $`x^2`$ ``. */
const tickedFormula = /\$`([^`\n]+)`\$/gu;

/** Formulas as MathJax and KaTeX find them, `\\( … \\)` and `\\[ … \\]`; with a single backslash where Hugo's settings pass them through. */
function bracketFormulas(map: MarkdownMap, { site }: PageContext): Edit[] {
  const { source } = site.kind === "hugo" && site.math ? /(?<!\\)\\{1,2}/u : /(?<!\\)\\{2}/u;
  const found = new RegExp(
    `${source}\\(([^\\n]+?)${source}\\)|${source}\\[((?:[^\\n]|\\n(?!\\s*\\n))+?)${source}\\]`,
    "gu",
  );
  return editsOf(map, found, ({ 1: inline, 2: display = "" }) =>
    inline === undefined ? `$$${display}$$` : `$${inline.trim()}$`,
  );
}

const tistoryMark = /\\?\[##\\?_\w+(\|[^\n]+?)\\?_##\\?\]/gu;
const tistoryFile = /\|(?=kage@|[^|"{}]+\.(?:png|jpe?g|gif|webp|bmp)\|)/iu;

/** What Tistory's editors write where pictures stand: `[##_Image|kage@a/b.png|CDM|1.3|{"caption":"…"}_##]`, `[##_1C|a.png|alt="…"|설명_##]`. */
function tistoryPictures(map: MarkdownMap, context: PageContext): Edit[] {
  return editsOf(map, tistoryMark, ({ 1: written = "", index }) => {
    const [before, ...files] = written.replace(/\\([_[\]*~])/gu, "$1").split(tistoryFile);
    const pictures = files.map((file) => {
      const [name = "", ...rest] = file.split("|");
      const place = name.replace(/^kage@/u, "https://blog.kakaocdn.net/dn/");
      const address = place.replace(/^(cfile\d+\.uf)\.(\w+)\.\w+$/u, "https://$1.tistory.com/image/$2");
      const [alt, caption] = [/\balt="([^"]*)"/u, /"caption":"((?:[^"\\]|\\+.)*)"/u].map(
        (said) => said.exec(file)?.[1],
      );
      const words =
        caption ?? rest.findLast((part) => part.trim() !== "" && !/[={]|^(?:\w+|[\d.]+)$/u.test(part)) ?? "";
      return markdownPicture(alt ?? "", pictureAddress(address, index, context) ?? address, words.replace(/\\+/gu, ""));
    });
    return before === "" && files.length > 0 ? pictures.join("") : undefined;
  });
}

/** Moves the blanks of `** 굵게 **` out of the bold, where the marks of a line come in pairs. */
function blankBold({ body, isCode }: MarkdownMap): Edit[] {
  const edits: Edit[] = [];
  if (!/\*\*[ \t]|[ \t]\*\*/u.test(body)) return edits;
  for (const { 0: line, index: start } of body.matchAll(/^.+$/gmu)) {
    const marks = [...line.matchAll(/(?<![\\*])\*\*(?!\*)/gu)].filter(({ index }) => !isCode(start + index));
    if (marks.length % 2 === 1) continue;
    for (let pair = 0; pair < marks.length; pair += 2) {
      const [from = 0, to = 0] = [marks[pair]?.index, marks[pair + 1]?.index];
      const inner = line.slice(from + 2, to);
      if (inner === inner.trim() || !/[\p{L}\p{N}]/u.test(inner)) continue;
      const [, before = "", text = "", after = ""] = /^(\s*)(.*?)(\s*)$/u.exec(inner) ?? [];
      edits.push({ start: start + from, end: start + to + 2, text: `${before}**${text}**${after}` });
    }
  }
  return edits;
}

/** `{% raw %}` in prose is meant to be seen: inline code. */
function foreignTags(map: MarkdownMap, context: PageContext): Edit[] {
  return editsOf(map, /\{%[^\n]*?%\}/gu, ({ 0: written, index }) => {
    context.warn("liquid-shown", index, { written });
    return `\`${written}\``;
  });
}
