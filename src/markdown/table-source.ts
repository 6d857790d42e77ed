import { sentinel } from "./sentinels.ts";

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gmu;
/** Code between backticks, on one line. */
export const codeSpan = /(?<![`\\])(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/gu;
/** As many cells as cmark-gfm makes of one table; a head of a thousand columns above ten thousand short rows says nothing. */
const mostCells = 100_000;

/** Source in which a `|` inside a table's code is text where the cells would be too many otherwise, and a table of more cells than anybody reads is none. */
export function withTables(source: string): string {
  let out = "";
  let from = 0;
  for (const { at, columns, rows } of tablesIn(source)) {
    const size = columns * rows.length > mostCells ? sentinel.joiner : "";
    out += source.slice(from, at) + size;
    from = at;
    let row = source.indexOf("\n", at) + 1;
    for (const line of rows) {
      const isWide = cellsOf(line) > columns && line.includes("`");
      const kept = isWide ? line.replace(codeSpan, (span) => span.replace(/(?<!\\)\|/gu, sentinel.pipe)) : line;
      out += source.slice(from, row) + kept;
      row += line.length + 1;
      from = row - 1;
    }
  }
  return from === 0 ? source : out + source.slice(from);
}

/** Whether some row of a table has cells that its head has no column for: the parser drops those. */
export function hasWideRow(source: string): boolean {
  return tablesIn(source).some(({ columns, rows }) => rows.some((row) => cellsOf(row) > columns));
}

/** Where the delimiter row of each table stands, how many columns it has, and its rows below. */
function tablesIn(source: string) {
  const found: { readonly at: number; readonly columns: number; readonly rows: readonly string[] }[] = [];
  if (!source.includes("|")) return found;
  let from = 0;
  for (const { 0: row, index: at } of source.matchAll(delimiterRow)) {
    if (at < from || !row.includes("|") || !row.includes("-")) continue;
    const end = source.slice(at).search(/\n[ \t>]*(?:\n|$(?![\s\S]))/u);
    from = end === -1 ? source.length : at + end;
    found.push({ at, columns: cellsOf(row), rows: source.slice(at, from).split("\n").slice(1) });
  }
  return found;
}

/** How many cells a row has: escaped bars part none, those at its ends neither. */
export function cellsOf(row: string): number {
  const bare = row.replace(/^[ \t>]*\|?/u, "").replace(/(?<!\\)\|[ \t]*$/u, "");
  return bare.split(/(?<!\\)\|/u).length;
}
