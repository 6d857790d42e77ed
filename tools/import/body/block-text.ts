/** Stands after a block until the text around it is known. */
const ending = "\uFDD0";

/** Puts lines of their own after `text`, with the indent or the quotation marks that its last line began with. */
export function placed(text: string, lineStart: string, shown: string): string {
  const indent = lineStart.replace(/[-*+]|\d+[.)]/gu, (marker) => " ".repeat(marker.length));
  const [first = "", ...rest] = shown.split("\n");
  const lines = [first, ...rest.map((line) => (line === "" ? indent.trimEnd() : indent + line))].join("\n");
  const before = text.slice(0, text.length - lineStart.length);
  if (lineStart.includes(">")) return inQuotation(before, { lineStart, lines, blank: indent.trimEnd() });
  if (indent !== lineStart) return `${before}${lineStart}${lines}${ending}`;
  const head = before.replace(/\n*$/u, "");
  return `${head === "" ? "" : `${head}\n\n`}${lineStart}${lines}${ending}`;
}

/** In a quotation blank lines carry its mark, or they would end it. */
function inQuotation(before: string, at: { lineStart: string; lines: string; blank: string }): string {
  const opens = before === "" || /(?:^|\n)[ \t>]*\n$/u.test(before) || !/>[^\n]*\n$/u.test(before);
  return `${before}${opens ? "" : `${at.blank}\n`}${at.lineStart}${at.lines}\n${at.blank}`;
}

/** Whether what stands before a tag on its line is only indent, list markers and quotation marks. */
export function isLineLead(lead: string): boolean {
  return /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/u.test(lead);
}

/** Text whose blocks have blank lines after them. */
export function settled(text: string): string {
  const spaced = text.replace(/\u{FDD0}\n*/gu, (end) => (end.length > 2 ? end.slice(1) : "\n\n"));
  return spaced.replace(/\s+$/u, (end) => (end.includes("\n") ? "\n" : ""));
}

/** HTML whose blank lines are spelled out, as a blank line would end it in Markdown. */
export function withoutBlankLines(html: string): string {
  return html.replace(/\n(?:[ \t]*\n)+/gu, (lines) => `\n${"&#10;".repeat(lines.split("\n").length - 2)}`);
}
