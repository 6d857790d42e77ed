import { parse as parseToml, TomlDate } from "smol-toml";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { misplacedFields } from "#reading/misplaced-fields.ts";
import { parseYamlTolerantly, type TolerantYaml } from "./yaml-tolerant.ts";
import { decodeCp949, withoutControls } from "#reading/source-text.ts";

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

/** Cuts and reads front matter in YAML, TOML or JSON; never throws and never loses text. */
export function readSource(text: string): Source {
  const { format, unclosed, raw, body, bodyLine } = splitFrontMatter(text);
  if (unclosed || (format === "none" && misplacedFields(text))) return bareSource(text, "unreadable");
  if (format === "none") return bareSource(text);
  const { data, repaired } = dataOf(raw, format) ?? { data: dataByLines(raw), repaired: true };
  return { data, body, bodyLine, state: repaired ? "repaired" : "whole" };
}

/** A map in a text; undefined where it is none that can be understood. */
export function dataOf(text: string, format: string): { data: Record<string, unknown>; repaired: boolean } | undefined {
  const read = valueIn(text, format);
  const data = read?.value ?? {};
  return read !== undefined && isMap(data) ? { data, repaired: read.repaired } : undefined;
}

/** A text's value by its format, which is a file's extension; undefined where it cannot be understood. */
export function valueIn(text: string, format: string): TolerantYaml | undefined {
  if (/^ya?ml$/u.test(format)) return parseYamlTolerantly(text);
  try {
    return { value: plainValueIn(text, format), repaired: false };
  } catch {
    return undefined;
  }
}

function plainValueIn(text: string, format: string): unknown {
  if (format === "toml") return withDatesAsText(parseToml(text));
  if (format === "json") return JSON.parse(text.replace(/,(?=\s*[}\]])/gu, ""));
  return rowsOf(text, format === "tsv" ? "\t" : ",");
}

/** Whether a value is a plain map of keys. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withDatesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/u, "");
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withDatesAsText);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDatesAsText(item)]));
}

/**
 * Front matter that no parser takes, read line by line: `key: value` or `key = value` at the line's start, lists below a
 * key or in brackets; everything else is kept as text. Never fails.
 */
function dataByLines(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let open = "";
  for (const line of text.split("\n")) {
    const [, key, value = ""] = /^["']?([\p{L}\w][\p{L}\w .-]*?)["']?\s*[:=](?:\s+|$|(?=["'[]))(.*)$/u.exec(line) ?? [];
    const item = /^\s*-\s+(.*)$/u.exec(line)?.[1];
    if (key !== undefined) {
      open = key;
      data[key] = value.trim() === "" || value.trim() === "[" ? undefined : scalarOrList(value.trim());
    } else if (open !== "" && line.trim() !== "" && !/^\s*#/u.test(line) && line.trim() !== "]")
      data[open] = extended(data[open], item ?? line.trim(), item !== undefined);
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

function extended(before: unknown, text: string, isItem: boolean): unknown {
  const value = unquoted(text.replace(/,$/u, ""));
  if (Array.isArray(before)) return [...(before as unknown[]), value];
  if (before === undefined) return [value];
  return isItem ? [before, value] : `${String(before)} ${value}`;
}

function scalarOrList(text: string): unknown {
  const inside = /^\[(.*)\]$/u.exec(text)?.[1];
  return inside === undefined
    ? unquoted(text)
    : inside
        .split(",")
        .map((item) => unquoted(item.trim()))
        .filter((item) => item !== "");
}

function unquoted(text: string): string {
  return (/^"(.*)"$/u.exec(text)?.[1] ?? /^'(.*)'$/u.exec(text)?.[1] ?? text).trim();
}

/** A file's bytes as text with LF line ends, and what had to be done for it. */
export interface Decoded {
  readonly text: string;
  /** `cp949`, `utf-16`, or `broken` where bytes stayed unreadable and became U+FFFD. */
  readonly encoding: "utf-8" | "cp949" | "utf-16" | "broken";
}

/** Reads text in UTF-8, UTF-16 or CP949; BOM, CR and control characters go. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, encoding } = decodedBytes(bytes);
  const lines = text.replace(/^\uFEFF/u, "").replace(/\r\n?|\u2028|\u2029/gu, "\n");
  return { text: withoutControls(lines), encoding };
}

function decodedBytes(bytes: Uint8Array): Pick<Decoded, "text" | "encoding"> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const korean = decodeCp949(bytes);
    if (korean !== undefined) return { text: korean, encoding: "cp949" };
    return { text: new TextDecoder("utf-8").decode(bytes), encoding: "broken" };
  }
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
