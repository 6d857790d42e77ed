import { readFileSync } from "node:fs";
import { openNote, readersText } from "#markdown/composed-text.ts";
import { digest } from "#model/digest.ts";
import { fileReport, type FileReport } from "./file-report.ts";
import { decodeSource, forbidden, forbiddenName, placeOf, withoutControls } from "./source-text.ts";

/** What front matter holds: scalars as written, lists, maps. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Data = Record<string, Value>;

/** A source file cut into its front matter and its body. */
export interface Parts {
  readonly format: keyof typeof fences;
  readonly raw: string;
  /** 1-based line of the file on which `raw` begins. */
  readonly rawLine: number;
  readonly body: string;
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number;
  /** True where the opening fence has no closing one. */
  readonly unclosed: boolean;
}

/** What closes the front matter of each format. */
export const fences = { yaml: "---", toml: "+++", json: "}", none: "" } as const;

/** Cuts text (LF line ends) as Hugo does: `---` YAML, `+++` TOML, `{` JSON; blank lines may stand before. */
export function splitFrontMatter(text: string): Parts {
  const blank = /^(?:[ \t]*\n)*/u.exec(text)?.[0].length ?? 0;
  const head = text.slice(blank, blank + 200);
  const [opening, fence] = /^(---|\+\+\+)[ \t]*(?:\n|$)/u.exec(head) ?? [];
  if (opening !== undefined) {
    const start = blank + opening.length;
    const closing = (fence === "---" ? /^---[ \t]*$/mu : /^\+\+\+[ \t]*$/mu).exec(text.slice(start));
    const end = closing ? start + closing.index : undefined;
    return parted(text, fence === "---" ? "yaml" : "toml", { start, end, gap: (closing?.[0].length ?? 0) + 1 });
  }
  if (/^\{\s*(?:"|\}|\n)/u.test(head)) {
    const end = objectEnd(text, blank);
    return parted(text, "json", { start: blank, end, gap: /^[ \t]*\n?/u.exec(text.slice(end))?.[0].length ?? 0 });
  }
  return { format: "none", raw: "", rawLine: 1, body: text, bodyLine: 1, unclosed: false };
}

/** The parts where the front matter stands from `start` to `end`, if it ends, and the body begins `gap` behind that. */
function parted(
  text: string,
  format: Parts["format"],
  { start, end, gap }: { start: number; end: number | undefined; gap: number },
): Parts {
  const bodyStart = end === undefined ? text.length : end + gap;
  const [rawLine, bodyLine] = [start, bodyStart].map((at) => placeOf(text, at).line) as [number, number];
  const raw = text.slice(start, end);
  return { format, raw, rawLine, body: text.slice(bodyStart), bodyLine, unclosed: end === undefined };
}

function objectEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (token === "{") depth += 1;
    if (token === "}") depth -= 1;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}

/** The body of a source that was read before, at a path from the root; empty where it is no text any more. */
export function bodyIn(root: string, file: string): string {
  const ignored = fileReport(file);
  const text = decodeSource(readFileSync(`${root}/${file}`), Number.POSITIVE_INFINITY, ignored);
  return text === undefined ? "" : cleanBody(splitFrontMatter(text), ignored);
}

/** What tells two bodies apart, 32 hex digits; of their UTF-16, which need not be made first. */
export function bodyDigest(body: string): string {
  return digest(Buffer.from(body, "utf16le"));
}

/** A comment of a template language between words of one line, where one may be written of too. */
const amidWords = /(?<=\S[ \t]+)\{#\s[^{}\n]*\s#\}(?=[ \t]+\S)/u;

/** A source's body in NFC without blanks that nobody sees, without notes that are not for readers and without control characters; it warns of these and of notes amid words. */
export function cleanBody(parts: Pick<Parts, "body" | "bodyLine">, report: FileReport): string {
  const body = readersText(parts.body, /\.mdx$/iu.test(report.file));
  const open = openNote(parts.body);
  if (open !== undefined) {
    const line = parts.bodyLine - 1 + placeOf(parts.body, open).line;
    report.warning({ code: "comment-unclosed", field: "body", line, values: { mark: "%%", close: "%%" } });
  }
  if (!forbidden.test(body) && !amidWords.test(parts.body)) return body;
  const written = parts.body.split("\n");
  body.split("\n").forEach((line, index) => {
    const at = { field: "body", line: parts.bodyLine + index };
    const control = forbidden.exec(line);
    const values = { character: forbiddenName(line) ?? "" };
    if (control) report.warning({ code: "control-character-removed", ...at, column: control.index + 1, values });
    const note = amidWords.exec(written[index] ?? "");
    if (note && !line.includes(note[0]))
      report.warning({ code: "comment-left-out", ...at, column: note.index + 1, values: { comment: note[0] } });
  });
  return withoutControls(body);
}
