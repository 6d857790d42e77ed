import type { BodyContext } from "#tools/import/shared/blog.ts";
import { type Edit, editsOf, isInside, type MarkdownMap } from "./markdown-map.ts";

/** Edits for marks that every renderer leaves as signs: `** 굵게 **` with blanks inside, another system's tags as text. */
export function typoEdits(map: MarkdownMap, context: BodyContext): Edit[] {
  return [...blankBold(map), ...boldInHtml(map), ...foreignTags(map, context), ...attributeLines(map, context)];
}

/** Moves the blanks of `** 굵게 **` out of the bold, where the marks of a line come in pairs. */
function blankBold({ body, code }: MarkdownMap): Edit[] {
  const edits: Edit[] = [];
  if (!/\*\*[ \t]|[ \t]\*\*/u.test(body)) return edits;
  for (const { 0: line, index: start } of body.matchAll(/^.+$/gmu)) {
    const marks = [...line.matchAll(/(?<![\\*])\*\*(?!\*)/gu)].filter(({ index }) => !isInside(code, start + index));
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

/** Markdown does not reach into blocks of HTML: bold there becomes an element. */
function boldInHtml({ body, html }: MarkdownMap): Edit[] {
  return html
    .filter(({ block }) => block)
    .flatMap((span) => {
      const source = body.slice(span.start, span.end);
      if (!source.includes("**") || /<(?:pre|code|script|style|textarea)\b|^<!--/iu.test(source)) return [];
      return [...source.matchAll(/(?<![*\\])\*\*(?=\S)((?:[^*\n<>]|\n(?![ \t]*\n))+?)\*\*(?!\*)/gu)].map(
        ({ 0: whole, 1: text = "", index }) => ({
          start: span.start + index,
          end: span.start + index + whole.length,
          text: `<strong>${text.trim()}</strong>`,
        }),
      );
    });
}

/** `{% raw %}` in prose is meant to be seen: inline code. */
function foreignTags(map: MarkdownMap, context: BodyContext): Edit[] {
  return editsOf(map, /\{%[^\n]*?%\}/gu, ({ 0: written, index }) => {
    context.warn("liquid-shown", index, { written });
    return `\`${written}\``;
  });
}

/** A line of goldmark's attributes under a block (`{.class}`, `{#id .class}`) is no text. */
function attributeLines(map: MarkdownMap, context: BodyContext): Edit[] {
  const lines = /(?<=\n[ \t>]*)\{[.#][\p{L}\p{N}_-]+(?:[ \t]+[^{}\n]*)?\}[ \t]*(?=\n|$)/gu;
  return editsOf(map, lines, ({ 0: written, index }) => {
    context.warn("attributes-dropped", index, { written: written.trim() });
    return "";
  });
}
