import { composedText } from "#markdown/composed-text.ts";
import { escapedPattern } from "#model/escape.ts";
import type { JoinedSpelling } from "#model/taxonomy.ts";
import { readDate } from "./dates.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { namesOf } from "./keys.ts";
import { textIn } from "./source-text.ts";

/** A line as it should stand, 1-based. */
export interface Correction {
  readonly line: number;
  readonly corrected: string;
}

interface FixRules {
  /** The lines of a text that messages show as they should stand; asked again until none is left. */
  readonly corrections?: (text: string) => readonly Correction[];
  readonly spellings: readonly Pick<JoinedSpelling, "label" | "spelling">[];
  readonly timeZone: string;
}

const dateKeys = new RegExp(
  `^((?:${[...namesOf("date"), ...namesOf("updated")].join("|")})\\s*[:=]\\s*)(["']?)([^"'#]*?)\\2(\\s*(?:#.*)?)$`,
  "iu",
);
const canonical = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/u;

/** Fixes encoding, byte order mark, line ends, NFC, lines that messages correct, tag spellings and the form of dates; undefined where the bytes are no text. */
export function fixed(bytes: Uint8Array, rules: FixRules) {
  const { text, encoding } = textIn(bytes);
  if (encoding === "broken") return undefined;
  const plain = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const composed = composedText(plain);
  const before = plain.split("\n");
  const after = fixedLines(corrected(composed, rules), rules);
  return {
    text: after.join("\n"),
    /** What was wrong with the bytes as a whole. */
    whole: [
      ...(encoding === "utf-8" ? [] : [encoding]),
      ...(text.startsWith("\uFEFF") ? (["bom"] as const) : []),
      ...(text.includes("\r") ? (["crlf"] as const) : []),
      ...(composed === plain ? [] : (["nfc"] as const)),
    ],
    /** Lines that read otherwise than before, 1-based. */
    lines: after.flatMap((line, index) => {
      const old = before[index] ?? "";
      return old === line ? [] : [{ line: index + 1, before: old, after: line }];
    }),
  };
}

/** One mistake can hide the next; each round fixes a line at least, so that a front matter's length is bound enough. */
function corrected(text: string, { corrections }: FixRules): string {
  let lines = text.split("\n");
  for (let round = 0; round < 20; round += 1) {
    const found = new Map(corrections?.(lines.join("\n")).map(({ line, corrected }) => [line, corrected]));
    const next = lines.map((line, index) => found.get(index + 1) ?? line);
    if (next.every((line, index) => line === lines[index])) break;
    lines = next;
  }
  return lines.join("\n");
}

function fixedLines(text: string, rules: FixRules): string[] {
  const { rawLine, raw, format } = splitFrontMatter(text);
  const last = rawLine + raw.split("\n").length - 1;
  let labels = false;
  return text.split("\n").map((line, index) => {
    const inside = format !== "none" && index + 1 >= rawLine && index + 1 <= last;
    if (!inside) return line;
    const key = /^["']?([\w-]+)["']?\s*[:=]/u.exec(line)?.[1]?.toLowerCase();
    if (key !== undefined) labels = labelKeys.has(key);
    return labels ? withSpellings(line, rules.spellings) : withDate(line, rules.timeZone);
  });
}

const labelKeys = new Set<string>([...namesOf("categories"), ...namesOf("tags"), ...namesOf("series")]);

function withSpellings(line: string, spellings: FixRules["spellings"]): string {
  return spellings.reduce((fixed, { label, spelling }) => {
    return fixed.replace(
      new RegExp(`(^\\s*-\\s+|[:=]\\s+|[[,]\\s*|["'])${escapedPattern(spelling)}(?=\\s*$|\\s*[,\\]]|["'])`, "gu"),
      (_, lead: string) => lead + label,
    );
  }, line);
}

function withDate(line: string, timeZone: string): string {
  const [, key, quote = "", written = "", tail = ""] = dateKeys.exec(line) ?? [];
  if (key === undefined || canonical.test(written.trim())) return line;
  const reading = readDate(written, timeZone);
  if (reading.kind !== "instant" || reading.timeIgnored) return line;
  return `${key}${quote}${reading.instant.hasTime ? reading.instant.iso : reading.instant.day}${quote}${tail}`;
}
