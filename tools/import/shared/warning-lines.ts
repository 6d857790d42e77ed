import { sortedMessages } from "#messages/message.ts";
import type { ImportWarningCode } from "#text/problems-importing.ts";
import type { ImportWarning } from "./report.ts";

/** A warning with the line on which it stands: its text, and its share of the whole; without them it is about the front matter. */
export interface Note {
  readonly line?: string | undefined;
  /** 0 for the first line, near 1 for the last. */
  readonly share?: number | undefined;
  /** For the front matter: the key that it is about, letter case aside. */
  readonly key?: string | undefined;
  readonly code: ImportWarningCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The line of an offset and its share of the text. */
export function placeIn(text: string, offset: number): { line: string; share: number } {
  const lines = text.split("\n");
  const index = text.slice(0, offset).split("\n").length - 1;
  return { line: lines[index] ?? "", share: index / lines.length };
}

/** The 1-based line of a file's front matter that names one of these keys first; undefined where none does. */
export function keyLine(head: string, ...keys: readonly string[]): number | undefined {
  const named = new RegExp(
    `^["']?(?:${keys.join("|")})["']?(?:\\.[\\w.]+)?[ \\t]*[:=]|^\\[(?:${keys.join("|")})[\\].]`,
    "iu",
  );
  const index = head.split("\n").findIndex((line) => named.test(line.trimStart()));
  return index === -1 ? undefined : index + 1;
}

interface Side {
  /** The file down to its body. */
  readonly head: string;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Warnings with lines on both sides, in order, equal ones once: where the same text stands, or the nearest by its share. */
export function warningLines(notes: readonly Note[], source: Side & { file: string }, target: Side): ImportWarning[] {
  const lines = { source: source.body.split("\n"), target: target.body.split("\n") };
  const warnings = notes.map(({ line, share, key, code, values }): ImportWarning => {
    const warning = { severity: "warning", code, values, file: source.file } as const;
    if (line === undefined || share === undefined) {
      const lineIn = (head: string) => (key === undefined ? undefined : keyLine(head, key)) ?? 1;
      return { ...warning, line: lineIn(source.head), targetLine: lineIn(target.head) };
    }
    const targetLine = sameLine(line, share, lines.target) + target.bodyLine;
    return { ...warning, line: sameLine(line, share, lines.source) + source.bodyLine, targetLine };
  });
  return sortedMessages(warnings);
}

function sameLine(line: string, share: number, others: readonly string[]): number {
  const guess = Math.min(others.length - 1, Math.round(share * others.length));
  if (line.trim() === "") return guess;
  const found = others.flatMap((other, index) => (other === line ? [index] : []));
  return found.sort((a, b) => Math.abs(a - guess) - Math.abs(b - guess))[0] ?? guess;
}
