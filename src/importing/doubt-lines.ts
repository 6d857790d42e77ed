import type { Doubt } from "./report.ts";

/** A doubt with its offset in the body as it was (`source`) or as it became (`target`). */
export interface Note {
  readonly side: "source" | "target";
  readonly start: number;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface Side {
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** Doubts with lines on both sides, in order, equal ones once; the other side's line is where the same text stands, or the nearest by proportion. */
export function doubtLines(notes: readonly Note[], source: Side, target: Side): Doubt[] {
  const lines = { source: source.body.split("\n"), target: target.body.split("\n") };
  const doubts = notes.map(({ side, start, code, values }): Doubt => {
    const other = side === "source" ? "target" : "source";
    const own = (side === "source" ? source : target).body.slice(0, start).split("\n").length - 1;
    const across = sameLine(lines[side][own] ?? "", own / Math.max(1, lines[side].length), lines[other]);
    const [from, to] = side === "source" ? [own, across] : [across, own];
    return { code, sourceLine: from + source.bodyLine, targetLine: to + target.bodyLine, values };
  });
  const unique = new Map(doubts.map((doubt) => [JSON.stringify([doubt.code, doubt.sourceLine, doubt.values]), doubt]));
  return [...unique.values()].sort(
    (a, b) => a.sourceLine - b.sourceLine || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function sameLine(line: string, share: number, others: readonly string[]): number {
  const guess = Math.min(others.length - 1, Math.floor(share * others.length));
  if (line.trim() === "") return guess;
  const found = others.flatMap((other, index) => (other === line ? [index] : []));
  return found.sort((a, b) => Math.abs(a - guess) - Math.abs(b - guess))[0] ?? guess;
}
