import { parse as parseToml, TomlError } from "smol-toml";
import type { FileReport, Finding } from "./file-report.ts";
import { type Data, fences, type Parts } from "./front-matter.ts";
import { hiddenBy } from "./hidden.ts";
import { isLikeFence, misplacedFields, runFrom } from "./misplaced-fields.ts";
import { codePointName, forbidden, jsonIn, placeOf } from "./source-text.ts";
import { wholeYaml } from "./whole-yaml.ts";
import { asMeant } from "./yaml-advice.ts";

/** A front matter's keys and values, dates as written; undefined (and errors in the report) where it cannot be read. */
export function frontData(parts: Parts, report: FileReport): Data | undefined {
  const wrong = parts.unclosed
    ? (oddClosing(parts) ?? openFence(parts))
    : (misplacedFinding(parts) ?? controlCharacter(parts));
  if (wrong) report.error(wrong);
  const data = wrong ? undefined : readers[parts.format](parts, report);
  tellSecond(parts, data ?? {}, report);
  // A quote within a text is escaped.
  if (!JSON.stringify(data)?.includes('"__proto__":')) return data;
  report.error({ code: "key-forbidden", field: "__proto__", values: { key: "__proto__" } });
  return undefined;
}

function openFence({ format, rawLine }: Parts): Finding {
  const values = { fence: fences[format] };
  return { code: "front-matter-open", field: "front-matter", line: Math.max(1, rawLine - 1), values };
}

/** The line that was meant to close a front matter; undefined where none looks like it. */
function oddClosing({ format, raw, rawLine }: Parts): Finding | undefined {
  const lines = raw.split("\n");
  const at = format === "json" ? -1 : lines.findIndex(isLikeFence);
  if (at === -1) return undefined;
  const values = { found: shownFence(lines[at] ?? ""), fence: fences[format] };
  return { code: "front-matter-close", field: "front-matter", line: rawLine + at, values, corrected: fences[format] };
}

function controlCharacter({ raw, rawLine }: Parts): Finding | undefined {
  const control = forbidden.exec(raw);
  if (!control) return undefined;
  const { line, column } = placeOf(raw, control.index);
  const values = { value: codePointName(control[0]) };
  return { code: "control-character", field: "front-matter", line: line + rawLine - 1, column, values };
}

function misplacedFinding({ format, body }: Parts): Finding | undefined {
  const misplaced = format === "none" ? misplacedFields(body) : undefined;
  if (!misplaced) return undefined;
  const { kind, line, text } = misplaced;
  const fence = /\+\+/u.test(text) ? "+++" : "---";
  const values = { found: shownFence(text), fence };
  if (kind === "below") return { code: "front-matter-below", field: "front-matter", line, values };
  if (kind === "fence") return { code: "front-matter-fence", field: "front-matter", line, values, corrected: fence };
  return { code: "front-matter-missing", field: "front-matter", line, values, corrected: `---\n${text.trimEnd()}` };
}

/** Of a front matter that was pasted below the first nothing counts, so that what it hides would be shown. */
function tellSecond({ format, body, bodyLine }: Parts, first: Data, report: FileReport): void {
  const isLike = format !== "none" && /^\s*(?:[-+]{3,}[ \t]*\n|["“\p{L}_][\p{L}\p{N} _-]*["”]?\s*[:：=])/u.test(body);
  const second = isLike ? misplacedFields(body) : undefined;
  if (!second || second.kind === "below") return;
  const start = second.line - (second.kind === "missing" ? 1 : 0);
  const shows = runFrom(body.split("\n"), start).hides && !hiddenBy(first).held;
  if (start < second.line && !shows) return;
  const tell = shows ? report.error : report.warning;
  tell({ code: "front-matter-twice", field: "front-matter", line: bodyLine - 1 + second.line });
}

/** A line with what cannot be seen in it named. */
function shownFence(line: string): string {
  return line.replace(/[^\S ]|\p{Cf}/gu, codePointName);
}

const readers: Record<Parts["format"], (parts: Parts, report: FileReport) => Data | undefined> = {
  none: () => ({}),
  yaml: (parts, report) => {
    // An inexact last line runs the fields on into the body, where YAML's own complaint would mislead.
    const odd = oddClosing(parts);
    const error: FileReport["error"] = (finding) => report.error(odd ?? finding);
    const { raw, lines } = asMeant(parts.raw);
    for (const { index, ...said } of lines) report.warning({ ...said, line: parts.rawLine + index });
    return wholeYaml(raw, parts.rawLine, { ...report, error });
  },
  toml: readToml,
  json: readJson,
};

function readToml(parts: Parts, report: FileReport): Data | undefined {
  try {
    return JSON.parse(JSON.stringify(parseToml(parts.raw), finite)) as Data;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const place = { line: error.line + parts.rawLine - 1, column: error.column };
    report.error({ code: "toml-unreadable", field: "TOML", ...place });
    return undefined;
  }
}

function readJson({ raw, rawLine }: Parts, report: FileReport): Data | undefined {
  const read = jsonIn(raw);
  if ("value" in read) return read.value as Data;
  report.error({ code: "json-unreadable", field: "JSON", line: read.line + rawLine - 1 });
  return undefined;
}

/** TOML's `nan` and `inf`, which JSON would make null, as words. */
const finite = (_: string, value: unknown) =>
  typeof value === "number" && !Number.isFinite(value) ? `${value}` : value;
