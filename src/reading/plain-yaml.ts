/** What front matter holds: scalars as written, lists, maps. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
/** Front matter as a map without a prototype. */
export type Data = Record<string, Value>;

/**
 * What an unquoted scalar means: null, true, false and numbers only in the one form that reads back the same,
 * so that `007`, `1.10`, `2020-06-01` and `yes` stay as the author wrote them.
 */
export function plainScalar(text: string): string | number | boolean | null {
  if (text === "" || text === "~" || text === "null") return null;
  if (text === "true") return true;
  if (text === "false") return false;
  return /^-?\d{1,15}(?:\.\d+)?$/u.test(text) && String(Number(text)) === text ? Number(text) : text;
}

const keyLine = /^([A-Za-z_\p{L}][\w\p{L}-]*):(?:[ ]+(.*))?$/u;
const itemLine = /^([ ]*)-[ ]+(\S.*)$/u;
/** A quoted scalar without escapes, or a plain one that begins with a letter or digit; no place where two readings match. */
const flowItem = /(?:"[^"\\]*"|'[^']*')[ ]*|[\p{L}\p{N}/][^[\]{}"'#&*!|>%@`\\:,]*/u.source;
const flowItems = new RegExp(flowItem, "gu");
const flowList = new RegExp(`^\\[[ ]*(?:${flowItem})(?:,[ ]*(?:${flowItem}))*\\]$`, "u");

/**
 * Reads the plain subset of YAML that nearly all posts use (one key a line, block or flow lists of simple scalars)
 * many times faster than a whole parser; undefined for anything else, which the whole parser must then read.
 */
export function plainYaml(raw: string): Data | undefined {
  const data = Object.create(null) as Data;
  let open: OpenList | undefined;
  for (const written of raw.split("\n")) {
    const line = written.trimEnd();
    if (line === "" || /^[ ]*#/u.test(line)) continue;
    const item = open && itemLine.exec(line);
    if (open && item) {
      if (!addItem(data, open, item)) return undefined;
      continue;
    }
    const [, key, rest = ""] = keyLine.exec(line) ?? [];
    if (key === undefined || key in data || key === "__proto__") return undefined;
    const value = rest.startsWith("[") ? simpleFlow(rest) : simpleScalar(rest);
    if (value === undefined) return undefined;
    data[key] = value;
    open = rest === "" ? { key, items: [], indent: undefined } : undefined;
  }
  return data;
}

interface OpenList {
  readonly key: string;
  readonly items: Value[];
  indent: string | undefined;
}

function addItem(data: Data, open: OpenList, [, indent = "", text = ""]: RegExpExecArray): boolean {
  const value = simpleScalar(text);
  open.indent ??= indent;
  if (value === undefined || open.indent !== indent) return false;
  open.items.push(value);
  data[open.key] = open.items;
  return true;
}

function simpleFlow(text: string): Value[] | undefined {
  if (/^\[[ ]*\]$/u.test(text)) return [];
  if (!flowList.test(text)) return undefined;
  const items = [...text.matchAll(flowItems)].map(([item]) => item.trimEnd());
  return items.map((item) => (/^["']/u.test(item) ? item.slice(1, -1) : plainScalar(item)));
}

function simpleScalar(text: string): Value | undefined {
  if (text === "") return null;
  const double = /^"([^"\\]*)"(?:[ ]+#.*)?$/u.exec(text);
  if (double) return double[1] ?? "";
  const single = /^'([^']*)'(?:[ ]+#.*)?$/u.exec(text);
  if (single) return single[1] ?? "";
  const safe = /^[\p{L}\p{N}/][^\t]*$/u.test(text) && !/:(?: |$)| #/u.test(text);
  return safe ? plainScalar(text) : undefined;
}
