import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";

/** What tolerant reading found: the values, and whether the text had to be repaired first. */
export interface TolerantYaml {
  readonly value: unknown;
  readonly repaired: boolean;
}

/**
 * Reads YAML as forgivingly as Go's parsers do (the last of equal keys wins) and a little more: tabs, an unquoted
 * `title: Warning: text` and quoted text continued at column 0 are repaired. Scalars that would not read back the same
 * (`1.10`, `007`) stay text. Undefined where nothing helps.
 */
export function parseYamlTolerantly(text: string): TolerantYaml | undefined {
  const plain = documentOf(text);
  const repaired = plain.errors.length > 0;
  const document = repaired ? documentOf(repairedLines(text).join("\n")) : plain;
  if (document.errors.length > 0) return undefined;
  const value = plainOf(document.contents, { document, left: mostNodes });
  return value === tooMany ? undefined : { value, repaired };
}

/** More values than front matter, settings and data have: aliases of aliases could make millions of a few lines. */
const mostNodes = 200_000;
const tooMany = Symbol("too many");

function documentOf(text: string): Document.Parsed {
  return parseDocument(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    prettyErrors: false,
    merge: true,
  });
}

/** A node's plain value; `tooMany` once the budget of nodes is spent. */
function plainOf(node: unknown, budget: { readonly document: Document.Parsed; left: number }): unknown {
  budget.left -= 1;
  if (budget.left < 0) return tooMany;
  if (isAlias(node)) {
    const target = node.resolve(budget.document);
    return target === undefined ? `*${node.source}` : plainOf(target, budget);
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => [String(plainOf(key, budget) ?? ""), plainOf(value, budget)]);
    return budget.left < 0 ? tooMany : Object.fromEntries(entries);
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => (budget.left < 0 ? tooMany : plainOf(item, budget)));
    return budget.left < 0 ? tooMany : items;
  }
  if (!isScalar(node)) return null;
  const { value, source } = node;
  return typeof value === "number" && source !== undefined && String(value) !== source ? source : (value ?? null);
}

function repairedLines(text: string): string[] {
  const indent = /^[ \t]+/u.exec(text.replace(/^\n+/u, ""))?.[0] ?? "";
  const outdented =
    indent === ""
      ? text
      : text
          .split("\n")
          .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
          .join("\n");
  const lines = joinedQuotes(outdented.replace(/^[ \t]+/gmu, (blank) => blank.replaceAll("\t", "  ")).split("\n"));
  return lines.map((line) => {
    const [, head = "", value = ""] = /^((?:[ ]*-[ ]+)?[^\s:#"'][^:]*:[ ]+|[ ]*-[ ]+)(\S.*)$/u.exec(line) ?? [];
    if (value === "" || /^[|>][-+\d]*$/u.test(value)) return line;
    return needsQuotes(value) ? head + JSON.stringify(bare(value)) : line;
  });
}

/** Joins the lines of a quoted scalar that goes on at column 0. */
function joinedQuotes(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = "";
  for (const line of lines) {
    if (open !== "") {
      joined.push(`${joined.pop() ?? ""} ${line.trim()}`);
      if (closes(line, open)) open = "";
      continue;
    }
    joined.push(line);
    const [, quote = "", rest = ""] = /^[^\s#"'][^:]*:[ ]+(["'])(.*)$/u.exec(line) ?? [];
    if (quote !== "" && !closes(rest, quote) && lines.some((other) => other !== line && closes(other, quote)))
      open = quote;
  }
  return joined;
}

function closes(text: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"\s*(?:#.*)?$/u.test(text) : /^(?:[^']|'')*'\s*(?:#.*)?$/u.test(text);
}

function needsQuotes(value: string): boolean {
  const document = documentOf(`k: ${value}`);
  if (document.errors.length > 0) return true;
  return /^\*/u.test(value) || /:(?:[ ]|$)/u.test(value.replace(/^(["'{[]).*$/u, ""));
}

function bare(value: string): string {
  const inner = /^"(.*)"$/u.exec(value)?.[1] ?? /^'(.*)'$/u.exec(value)?.[1] ?? value;
  return inner.trim();
}
