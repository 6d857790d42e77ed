import { type Edit, edited, markdownMap } from "#tools/import/body/markdown-map.ts";

/** Lines of elements that hold nothing, and of closing tags whose block began before a blank line. */
const lone = /^(?:[ \t]*<(?:(?:br|img|hr|wbr|input)\b[^<>]*|\/[a-z][\w-]*)>[ \t]*\n)+/iu;

/**
 * A body whose raw HTML ends where kramdown ends it: after a line of `<br>` or `<img>` and behind a block's closing tag
 * Markdown goes on, which CommonMark allows only after a blank line; a blank line inside a table makes no code of its rows.
 */
export function withKramdownHtml(body: string): string {
  const joined = body.replace(/^[ \t]*<(table|ul|ol|dl)\b(?![^>]*\bmarkdown\s*=)[\s\S]*?^[ \t]*<\/\1>/gimu, (element) =>
    element.replace(/\n(?:[ \t]*\n)+(?=[ \t]{4,}<)/gu, "\n"),
  );
  const edits = markdownMap(joined).html.flatMap((span): Edit[] => {
    if (!span.block) return [];
    const source = joined.slice(span.start, span.end);
    const end = lone.exec(source)?.[0].length ?? elementEnd(source);
    if (end === undefined || source.slice(end).trim() === "") return [];
    return [{ start: span.start + end, end: span.start + end, text: "\n" }];
  });
  return edits.length === 0 ? joined : withKramdownHtml(edited(joined, edits));
}

/** Where the element that opens a block ends its last line; undefined where it does not end in the block or text follows on that line. */
function elementEnd(source: string): number | undefined {
  const name = /^[ \t]*<([a-z][\w-]*)/iu.exec(source)?.[1];
  if (name === undefined || /^(?:script|style|pre|textarea)$/iu.test(name)) return undefined;
  let depth = 0;
  for (const { 0: tag, index } of source.matchAll(new RegExp(`<(/?)${name}\\b[^<>]*>`, "giu"))) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth > 0) continue;
    const line = /^[ \t]*\n/u.exec(source.slice(index + tag.length));
    return line === null ? undefined : index + tag.length + line[0].length;
  }
  return undefined;
}
