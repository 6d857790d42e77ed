import { lineLead } from "./code-scan.ts";
import type { Converted } from "./shortcode-use.ts";

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
