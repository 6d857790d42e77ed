const lead = "(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*";
const leadFirst = new RegExp(`^${lead}`, "u");

/** The indent, list markers and quotation marks that a line begins with. */
export function lineLead(line: string): string {
  return leadFirst.exec(line)?.[0] ?? "";
}

/** Where the text from an offset on ends: at code (then with its end), at what opens a tag (`tags` is a pattern's source, in `{`), or with the body. */
export function textEnd(body: string, from: number, tags: string): { start: number; codeEnd?: number } {
  const signs = new RegExp(`^(${lead})(\`{3,}|~{3,})[^\\n]*$|\`+|${tags}|\\\\\``, "gmu");
  signs.lastIndex = from;
  for (let found = signs.exec(body); found; found = signs.exec(body)) {
    const [sign, before = "", fence] = found;
    const start = found.index;
    if (sign.startsWith("{")) return { start };
    const marks = start + before.length;
    const ticks = /^`+/u.exec(fence ?? sign)?.[0];
    const block = fence === undefined ? undefined : fenceEnd(body, { marks, fence, end: start + sign.length });
    const codeEnd = block ?? (ticks === undefined ? undefined : spanEnd(body, marks, ticks));
    if (codeEnd !== undefined) return { start, codeEnd };
    signs.lastIndex = marks + (fence ?? sign).length;
  }
  return { start: body.length };
}

/** The end of a fenced block whose marks stand on the line that ends at `end`; undefined for a line that opens none. */
function fenceEnd(body: string, line: { marks: number; fence: string; end: number }): number | undefined {
  const { marks, fence, end } = line;
  if (fence.startsWith("`") && body.slice(marks + fence.length, end).includes("`")) return undefined;
  const closing = new RegExp(`^[ \\t>]*${fence[0] ?? ""}{${String(fence.length)},}[ \\t]*$`, "gmu");
  closing.lastIndex = end + 1;
  return closing.test(body) ? closing.lastIndex : body.length;
}

/** The end of a code span inside its paragraph. */
function spanEnd(body: string, start: number, ticks: string): number | undefined {
  const ending = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)|\\n[ \\t]*\\n`, "gu");
  ending.lastIndex = start + ticks.length;
  return ending.exec(body)?.[0].startsWith("`") ? ending.lastIndex : undefined;
}
