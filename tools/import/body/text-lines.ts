import type { Converted } from "./shortcode-use.ts";

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

/** A text as it grows, line by line, so that what was written before costs nothing again. */
export class TextLines {
  private readonly lines = [""];
  /** True behind a block until the text after it is known. */
  private endsBlock = false;

  /** What stands on the last line; undefined right behind a block. */
  get lead(): string | undefined {
    return this.endsBlock ? undefined : this.lines.at(-1);
  }

  get isEmpty(): boolean {
    return this.lines.length === 1 && this.lines[0] === "";
  }

  /** Adds text; behind a block a blank line first. */
  add(text: string): void {
    if (text === "") return;
    const breaks = /^\n{0,2}/u.exec(text)?.[0].length ?? 0;
    const whole = this.endsBlock && breaks < 2 ? `\n\n${text.slice(breaks)}` : text;
    this.endsBlock = false;
    const [first = "", ...rest] = whole.split("\n");
    this.lines[this.lines.length - 1] += first;
    for (const line of rest) this.lines.push(line);
  }

  /** Adds what was converted: lines of their own get the indent or the quotation marks that the last line began with. */
  addConverted({ text, block }: Converted): void {
    if (!block || this.endsBlock) this.add(block ? "\n\n" : text);
    if (!block) return;
    const line = this.lines.pop() ?? "";
    const markers = lineLead(line);
    const indent = markers.replace(/[-*+]|\d+[.)]/gu, (marker) => " ".repeat(marker.length));
    const blank = indent.trimEnd();
    if (markers !== line) this.lines.push(line.trimEnd(), blank);
    const lead = markers === line ? line : indent;
    const above = this.lines.at(-1);
    if (lead.includes(">")) {
      // In a quotation blank lines carry its mark, or they would end it.
      if (above?.includes(">") && !/^[ \t>]*$/u.test(above)) this.lines.push(blank);
    } else if (indent === lead && above !== undefined) {
      while (this.lines.at(-1) === "") this.lines.pop();
      if (this.lines.length > 0) this.lines.push("");
    }
    for (const [index, shown] of text.split("\n").entries())
      this.lines.push(index === 0 ? lead + shown : shown === "" ? blank : indent + shown);
    if (lead.includes(">")) this.lines.push(blank);
    else this.endsBlock = true;
  }

  /** The whole, with at most one line end behind it. */
  text(): string {
    const whole = this.lines.join("\n");
    const words = whole.trimEnd();
    return this.endsBlock || whole.slice(words.length).includes("\n") ? `${words}\n` : words;
  }
}
