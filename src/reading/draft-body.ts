import { readFileSync } from "node:fs";
import { composedText, withoutNotes } from "#markdown/composed-text.ts";
import { digest } from "#model/digest.ts";
import { fileReport, type FileReport } from "./file-report.ts";
import { splitFrontMatter, type Parts } from "./front-matter.ts";
import { decodeSource, forbidden, forbiddenName, withoutControls } from "./source-text.ts";

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

/** A source's body in NFC without notes that are not for readers and without the control characters that it warns of. */
export function cleanBody(parts: Parts, report: FileReport): string {
  const body = withoutNotes(composedText(parts.body));
  if (!forbidden.test(body)) return body;
  body.split("\n").forEach((line, index) => {
    const found = forbidden.exec(line);
    if (!found) return;
    const at = { line: parts.bodyLine + index, column: found.index + 1 };
    const values = { character: forbiddenName(line) ?? "" };
    report.warning({ code: "control-character-removed", field: "body", ...at, values });
  });
  return withoutControls(body);
}
