import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type ParsedNode } from "yaml";

/** What tolerant reading found: the values, and whether the text had to be mended first. */
export interface TolerantYaml {
  readonly value: unknown;
  readonly mended: boolean;
}

/**
 * Reads YAML as forgivingly as Go's parsers do (the last of equal keys wins) and a little more: tabs, an unquoted
 * `title: Warning: text` and quoted text continued at column 0 are mended. Scalars that would not read back the same
 * (`1.10`, `007`) stay text. Undefined where nothing helps.
 */
export function parseYamlTolerantly(text: string): TolerantYaml | undefined {
  const plain = documentOf(text);
  if (plain.errors.length === 0) return { value: plainOf(plain.contents, plain), mended: false };
  const mended = documentOf(mendedLines(text).join("\n"));
  if (mended.errors.length === 0) return { value: plainOf(mended.contents, mended), mended: true };
  return undefined;
}

function documentOf(text: string): Document.Parsed {
  return parseDocument(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    prettyErrors: false,
    merge: true,
  });
}

function plainOf(node: ParsedNode | unknown, document: Document.Parsed): unknown {
  if (isAlias(node)) {
    const target = node.resolve(document);
    return target === undefined ? `*${node.source}` : plainOf(target, document);
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => [
      String(plainOf(pair.key, document) ?? ""),
      plainOf(pair.value, document),
    ]);
    return Object.fromEntries(entries) as Record<string, unknown>;
  }
  if (isSeq(node)) return node.items.map((item) => plainOf(item, document));
  if (!isScalar(node)) return null;
  const { value, source } = node;
  return typeof value === "number" && source !== undefined && String(value) !== source ? source : (value ?? null);
}

function mendedLines(text: string): string[] {
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
