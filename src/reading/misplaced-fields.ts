import { hiddenBy, isDecision } from "./hidden.ts";
import { isKnownKey } from "./keys.ts";

/** A line of dashes of any kind, `+++`, `;;;`, `===`, `***`, with blanks and invisible characters around. */
const odd =
  /^[\s\p{Z}\p{Cf}]*(?:(?:[‐-―−－─━]|-[\s\p{Z}\p{Cf}]*[-‐-―−－])[-‐-―−－─━\s\p{Z}\p{Cf}]*|(?:\+{2,}|;{2,}|={3,}|\*{3,}|~{3}|_{3,})[\s\p{Z}\p{Cf}]*)$/u;
const field = /^[\s\p{Z}\p{Cf}{]*["'“‘]?([\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_]+)?)["'”’]?\s*[:：=]\s*(.*)$/u;
/** Lines in which one field that hides a post is no part of its text. */
const nearTop = 30;
const fencedCode = /^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|$(?![\s\S]))/gmu;
const goesOn = /^\s*(?:#.*|[-[\]{}].*|\s+\S.*)?$/u;

/** Whether a line is meant as a fence, exact or not. */
export function isLikeFence(line: string): boolean {
  return odd.test(line);
}

/** The first line (1-based) from which a text without one looks like front matter: two known fields, or one that hides it. `fence`: no exact fence; `missing`: one is wanted above; `below`: text stands before it. */
export function misplacedFields(text: string) {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => /[^\s\p{Z}\p{Cf}]/u.test(line));
  if (first === -1) return undefined;
  const at = (kind: "fence" | "missing" | "below", index: number) => ({
    kind,
    line: index + 1,
    text: lines[index] ?? "",
  });
  if (isLikeFence(lines[first] ?? "")) {
    const { hides, known, end, isObject } = runFrom(lines, first + 1);
    const isClosed = known > 0 && isLikeFence(lines[end] ?? "");
    if (hides || known > 1 || isClosed || isObject) return at("fence", first);
  }
  const { hides, known } = runFrom(lines, first);
  if (field.test(lines[first] ?? "") && (hides || known > 1)) return at("missing", first);
  const below = outsideCode(text).findIndex((line, index) => {
    if (index <= first) return false;
    if (!isLikeFence(line)) return index < nearTop && field.test(line) && runFrom(lines, index).hides;
    const run = runFrom(lines, index + 1);
    return run.hides || (run.known > 1 && isLikeFence(lines[run.end] ?? ""));
  });
  return below === -1 ? undefined : at("below", below);
}

/** The line (1-based) at which git left two versions below each other, to choose from; 0 where it did not. */
export function conflictLine(text: string): number {
  if (!/^<{7} /mu.test(text)) return 0;
  const marks = outsideCode(text).map((line) => /^(?:[<>]{7}(?= )|={7}$)/u.exec(line)?.[0] ?? "");
  return /<{7},.*={7},.*>{7}/u.test(marks.join()) ? marks.indexOf("<<<<<<<") + 1 : 0;
}

/** The lines of a text, those of code empty. */
function outsideCode(text: string): string[] {
  return text.replace(fencedCode, (code) => code.replace(/[^\n]+/gu, "")).split("\n");
}

/** A run of fields: whether one hides a post, how many are known, the index of the line after it, whether it begins as JSON does. */
export function runFrom(lines: readonly string[], start: number) {
  const fields: Record<string, string> = {};
  let end = start;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (isLikeFence(line)) break;
    const [, key, value = ""] = field.exec(line) ?? [];
    if (key !== undefined) fields[key] = value.replace(/^["'“‘]|["'”’]?,?\s*$/gu, "");
    else if (!goesOn.test(line)) break;
  }
  const isObject = /^\s*\{/u.test(lines[start] ?? "");
  // A line of prose may begin with `비밀: …`; only a plain yes, no or state is a field.
  const plain = Object.fromEntries(Object.entries(fields).filter(([, value]) => isDecision(value)));
  const known = Object.keys(fields).filter((key) => isKnownKey(key) || key in plain).length;
  return { hides: hiddenBy(plain).held !== undefined, known, end, isObject };
}
