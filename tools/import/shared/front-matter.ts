import { parse as parseToml, TomlDate } from "smol-toml";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { misplacedFields } from "#reading/misplaced-fields.ts";
import { dataByLines } from "./front-matter-lines.ts";
import { parseYamlTolerantly } from "./yaml-tolerant.ts";

/** A source's front matter with keys as written, and its body. */
export interface Source {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
  /** `repaired` where YAML was read only after repair, `unreadable` where the whole file is now the body. */
  readonly state: "whole" | "repaired" | "none" | "unreadable";
}

/** Cuts and reads front matter in YAML, TOML or JSON; never throws and never loses text. */
export function readSource(text: string): Source {
  const parts = splitFrontMatter(text);
  if (parts.format === "none") {
    const state = misplacedFields(text) ? "unreadable" : "none";
    return { data: {}, body: text, bodyLine: 1, state };
  }
  if (parts.unclosed) return { data: {}, body: text, bodyLine: 1, state: "unreadable" };
  const read = dataOf(parts.raw, parts.format);
  if (read === undefined)
    return { data: dataByLines(parts.raw), body: parts.body, bodyLine: parts.bodyLine, state: "repaired" };
  return { data: read.data, body: parts.body, bodyLine: parts.bodyLine, state: read.repaired ? "repaired" : "whole" };
}

/** Reads settings or data by format; undefined where it is not a map that can be understood. */
export function dataOf(
  text: string,
  format: "yaml" | "toml" | "json",
): { data: Record<string, unknown>; repaired: boolean } | undefined {
  const read = format === "yaml" ? parseYamlTolerantly(text) : strict(text, format);
  if (read === undefined) return undefined;
  if (read.value === null || read.value === undefined) return { data: {}, repaired: read.repaired };
  return isMap(read.value) ? { data: read.value, repaired: read.repaired } : undefined;
}

/** Whether a value is a plain map of keys. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strict(text: string, format: "toml" | "json"): { value: unknown; repaired: boolean } | undefined {
  try {
    return {
      value: format === "toml" ? withDatesAsText(parseToml(text)) : JSON.parse(text.replace(/,(?=\s*[}\]])/gu, "")),
      repaired: false,
    };
  } catch {
    return undefined;
  }
}

function withDatesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/u, "");
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(withDatesAsText);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDatesAsText(item)]));
}
