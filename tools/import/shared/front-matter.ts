import { parseDocument, visit } from "yaml";
import { parse as parseToml, TomlDate } from "smol-toml";
import { tried } from "#model/tried.ts";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { misplacedFields } from "#reading/misplaced-fields.ts";
import { withQuoteState } from "#reading/whole-yaml.ts";
import { isMap } from "./values.ts";
import { textIn, withoutControls } from "#reading/source-text.ts";

/** A source's front matter with keys as written, and its body. */
export interface Source {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  /** `repaired` where YAML was read only after repair, `unreadable` where the whole file is now the body. */
  readonly state: "whole" | "repaired" | "none" | "unreadable";
}

/** A text that is all body. */
export function bareSource(text: string, state: "none" | "unreadable" = "none"): Source {
  return { data: {}, body: text, bodyLine: 1, state };
}

/** Fields that only a line below them ends, as Hexo long made them. */
const unopened =
  /^(?:title|date|layout|tags|categories)[ \t]*:[^\n]*\n(?:(?:[a-z_]+[ \t]*:|[ \t]*-[ \t]|[ \t]+\S)[^\n]*\n|[ \t]*\n)*-{3,}[ \t]*(?:\n|$)/u;

/** Fields in a comment, as Nikola has them. */
const commented = /^<!--[ \t]*\n((?:\.\. [\w-]+:[^\n]*\n)+)[ \t]*-->/u;

/** Cuts and reads front matter in YAML, TOML or JSON; never throws and never loses text. */
export function readSource(text: string): Source {
  const [comment = "", fields] = commented.exec(text) ?? [];
  if (fields !== undefined)
    return readSource(`---\n${fields.replace(/^\.\. /gmu, "")}---${text.slice(comment.length)}`);
  if (unopened.test(text)) {
    const { bodyLine, ...source } = readSource(`---\n${text}`);
    return { ...source, bodyLine: bodyLine - 1 };
  }
  const { format, unclosed, raw, body, bodyLine } = splitFrontMatter(text);
  if (unclosed || (format === "none" && misplacedFields(text))) return bareSource(text, "unreadable");
  if (format === "none") return bareSource(text);
  // What no parser takes as a whole is read field by field, which never fails.
  const byField = () => Object.assign({}, ...raw.split(fieldBreak).map(fieldIn)) as Record<string, unknown>;
  const { data, repaired } = dataOf(raw, format) ?? { data: byField(), repaired: true };
  return { data, body, bodyLine, state: repaired ? "repaired" : "whole" };
}

/** A map in a text; undefined where it is none that can be understood. */
export function dataOf(text: string, format: string): { data: Record<string, unknown>; repaired: boolean } | undefined {
  const read = valueIn(text, format);
  const data = read?.value ?? {};
  return read !== undefined && isMap(data) ? { data, repaired: read.repaired } : undefined;
}

/** How values are read by a file's extension: each reader takes what those before it refuse. */
const readers: Readonly<Record<string, readonly ((text: string) => unknown)[]>> = {
  toml: [(text) => withDatesAsText(parseToml(text))],
  json: [(text) => JSON.parse(text), (text) => JSON.parse(text.replace(/,(?=\s*[}\]])/gu, ""))],
  csv: [(text) => rowsOf(text, ",")],
  tsv: [(text) => rowsOf(text, "\t")],
  yaml: [yamlValue, mendedYaml],
  yml: [yamlValue, mendedYaml],
};

/** A text's value by its format, and whether faults of its YAML had to be mended; undefined where it cannot be understood. */
export function valueIn(text: string, format: string): { value: unknown; repaired: boolean } | undefined {
  const tries = (readers[format] ?? []).values();
  return tries.map((read) => tried(() => ({ value: read(text), repaired: read === mendedYaml }))).find(Boolean);
}

/** Reads YAML as Go's parsers do (the last of equal keys wins); scalars that would not read back the same (`1.10`) stay text. Throws where it is none, or aliases would make millions of values. */
function yamlValue(text: string): unknown {
  const document = yamlDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "number" && String(node.value) !== node.source) node.value = node.source;
    },
  });
  return document.toJS({ maxAliasCount: 100 }) ?? null;
}

function yamlDocument(text: string) {
  const silent = { strict: false, logLevel: "silent", prettyErrors: false } as const;
  return parseDocument(text, { uniqueKeys: false, merge: true, ...silent });
}

/** YAML read as if it were not indented as a whole, without tabs in indents, with quotes where a value needs them and texts in quotes on one line. */
function mendedYaml(text: string): unknown {
  const indent = /^[ \t]+/u.exec(text.replace(/^\n+/u, ""))?.[0] ?? "";
  const plain = text
    .split("\n")
    .map((line) => line.slice(line.startsWith(indent) ? indent.length : 0))
    .map((line) => line.replace(/^\s+/u, (blank) => blank.replaceAll("\t", "  ").replace(/[^ ]/gu, " ")));
  const lines = withQuoteState(`${plain.join("\n")}\n`);
  const isClosed = lines.at(-1)?.inside === false;
  const joined = lines.map(({ line, inside }) => (inside && isClosed ? ` ${line.trim()}` : `\n${line}`)).join("");
  const mended = joined.replace(
    /^((?:[ ]*-[ ]+)?[^\s:#"'][^:\n]*:[ ]+|[ ]*-[ ]+)(\S.*)$/gmu,
    (line, head: string, value: string) =>
      !/^[|>][-+\d]*$/u.test(value) && needsQuotes(value) ? head + JSON.stringify(unquoted(value)) : line,
  );
  return yamlValue(mended);
}

function needsQuotes(value: string): boolean {
  if (yamlDocument(`k: ${value}`).errors.length > 0) return true;
  return value.startsWith("*") || /:(?:[ ]|$)/u.test(value.replace(/^(["'{[]).*$/u, ""));
}

function withDatesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/u, "");
  if (Array.isArray(value)) return value.map(withDatesAsText);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDatesAsText(item)]));
}

const [fieldName, fieldSign] = [
  String.raw`["']?[\p{L}\w][\p{L}\w .-]*?["']?[ \t]*`,
  String.raw`[:=](?:\s+|$|(?=["'[]))`,
];
const fieldBreak = new RegExp(`\n(?=${fieldName}${fieldSign})`, "gmu");
const fieldStart = new RegExp(`^(${fieldName})${fieldSign}`, "u");

/** One field; what is none by itself has its words as its value. */
function fieldIn(text: string): Record<string, unknown> {
  const [head, name] = fieldStart.exec(text) ?? [];
  if (head === undefined || name === undefined) return {};
  const words = text
    .slice(head.length)
    .replace(/\s*\n\s*/gu, " ")
    .trim();
  // TOML's bare words may be dates that its parser takes for others.
  const isQuoted = /^["'[]/u.test(words);
  const read = dataOf(text, "yaml") ?? (isQuoted ? dataOf(text, "toml") : undefined);
  return read?.data ?? { [unquoted(name.trim())]: unquoted(words) };
}

function unquoted(text: string): string {
  return (/^"(.*)"$/u.exec(text)?.[1] ?? /^'(.*)'$/u.exec(text)?.[1] ?? text).trim();
}

/** Text in any encoding that `textIn` knows; BOM, CR and control characters go. */
export function decodeText(bytes: Uint8Array): ReturnType<typeof textIn> {
  const { text, encoding } = textIn(bytes);
  const lines = text.replace(/^\uFEFF/u, "").replace(/\r\n?|\u2028|\u2029/gu, "\n");
  return { text: withoutControls(lines), encoding };
}

/** The rows of a CSV (RFC 4180) or TSV text as maps by the names in its first row; fields in quotes may hold line ends. */
export function rowsOf(text: string, mark: "," | "\t"): Record<string, string>[] {
  const rows: string[][] = [[]];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\n]*))(${mark}|\\n|$)`, "gu");
  for (const [whole, inQuotes, plain = "", end] of text.replace(/\r\n?/gu, "\n").trimEnd().matchAll(field)) {
    if (whole === "" && end === "" && rows.at(-1)?.length === 0) break;
    rows.at(-1)?.push((inQuotes?.replaceAll('""', '"') ?? plain).trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  const [names = [], ...rest] = rows.filter((row) => row.some((cell) => cell !== ""));
  return rest.map((cells) => Object.fromEntries(names.map((key, index) => [key, cells[index] ?? ""])));
}
