import { addressEdits } from "./addresses-in-text.ts";
import type { BodyContext } from "#tools/import/shared/blog.ts";
import { type Edit, edited, isInside, markdownMap } from "./markdown-map.ts";
import { htmlEdits, withQuotedValues } from "./raw-html.ts";
import { typoEdits } from "./typos.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withCitedFootnotes } from "./uncited-footnotes.ts";

/** A Hugo body as ours. */
export function convertedHugoBody(body: string, context: BodyContext): string {
  return withOurAddresses(withoutShortcodes(body, context.over(body)), context);
}

/** A Markdown body with its addresses and raw HTML made ours; code stays as it is. */
export function withOurAddresses(written: string, blog: BodyContext): string {
  const body = withCitedFootnotes(withTablesApart(withQuotedValues(written)), blog);
  const context = blog.over(body);
  const map = markdownMap(body);
  return edited(body, [...addressEdits(map, context), ...htmlEdits(map, context), ...typoEdits(map, context)]);
}

const table =
  /^((?:>[ \t]?)*)([^\n|>][^\n]*)\n(?=\1( {0,3}\|?[^\n|]*\|[^\n]*)\n\1 {0,3}(\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)[ \t]*(?:\n|$))/gmu;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/u;

/**
 * A body with a blank line between a list and the table that follows it at once: Hugo makes a table of such lines, our
 * parser takes them for the item's text.
 */
function withTablesApart(body: string): string {
  if (!/\|[ \t]*:?-|-:?[ \t]*\|/u.test(body)) return body;
  const found = [...body.matchAll(table)].filter(
    ([, , above = "", head = "", rule = ""]) => isItem(above) && columns(head) === columns(rule),
  );
  if (found.length === 0) return body;
  const { code, tables } = markdownMap(body);
  const edits = found.flatMap(({ 0: line, 1: marks = "", index }): Edit[] => {
    const at = index + line.length;
    return isInside(code, at) || isInside(tables, at + marks.length + 4)
      ? []
      : [{ start: at, end: at, text: `${marks.trimEnd()}\n` }];
  });
  return edited(body, edits);
}

/** An item's first line, or one of its further lines. */
function isItem(line: string): boolean {
  return item.test(line) || /^[ \t]+\S/u.test(line);
}

function columns(row: string): number {
  return row
    .replace(/\\\|/gu, "")
    .trim()
    .replace(/^\||\|$/gu, "")
    .split("|").length;
}
