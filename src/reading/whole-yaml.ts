import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { FileReport, Finding } from "./file-report.ts";
import { mayHide } from "./hidden.ts";
import { lineAdvice, plainMistakes } from "./yaml-advice.ts";
import { plainScalar, type Data, type Value } from "./front-value.ts";

/** Reads any front matter in YAML the way Go and authors write it; undefined (and errors in the report) where it cannot be read. */
export function wholeYaml(raw: string, rawLine: number, report: FileReport): Data | undefined {
  const first = parse(raw);
  const { document, lines } = first.document.errors.length === 0 ? first : parse(repaired(raw));
  const problem = first.document.errors[0];
  if (problem && document.errors.length > 0) {
    if (!reportPlain(raw, rawLine, report)) report.error(errorAt({ problem, lines: first.lines, raw, rawLine }));
    return undefined;
  }
  const misread = misreadNode(document);
  if (misread) {
    const { line, col } = lines.linePos(misread.range?.[0] ?? 0);
    const place = { line: line + rawLine - 1, column: col };
    const text = raw.split("\n")[line - 1] ?? "";
    report.error({ ...lineAdvice("", text), ...(isAlias(misread) && { code: "yaml-alias" }), ...place });
    return undefined;
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === "")) return emptyData();
  if (!isMap(document.contents)) {
    if (!reportPlain(raw, rawLine, report)) report.error({ code: "front-matter-no-map", field: "YAML", line: rawLine });
    return undefined;
  }
  reportRepeats({ map: document.contents, lines, raw, rawLine, report });
  return mapValue(document.contents);
}

/** Whether lines show their mistakes by themselves: then all of them are told, which YAML's first complaint hides. */
function reportPlain(raw: string, rawLine: number, report: FileReport): boolean {
  const found = plainMistakes(raw);
  for (const { index, advice } of found) report.error({ ...advice, line: rawLine + index });
  return found.length > 0;
}

function emptyData(): Data {
  return Object.create(null) as Data;
}

function parse(raw: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(raw, { schema: "failsafe", lineCounter: lines, uniqueKeys: false }), lines };
}

/** Go reads a quoted text that goes on at the line's start; YAML proper wants it indented. */
function repaired(raw: string): string {
  return withQuoteState(raw)
    .map(({ line, inside }) => (inside ? ` ${line}` : line))
    .join("\n");
}

/** Each line with whether it stands inside a quoted text begun on a line before. */
export function withQuoteState(raw: string): { line: string; inside: boolean }[] {
  let open = "";
  return raw.split("\n").map((line) => {
    const inside = open !== "";
    const quote = inside ? open : (/^[^\s:#][^:]*:\s+(["'])/u.exec(line)?.[1] ?? "");
    const rest = inside ? line : line.slice(line.indexOf(quote) + 1);
    open = quote !== "" && !closes(rest, quote) ? quote : "";
    return { line, inside };
  });
}

/** Index of the line that opens a quote that nothing closes; -1 where all are closed. */
function openQuoteLine(raw: string): number {
  const lines = withQuoteState(`${raw.trimEnd()}\n`);
  return lines.at(-1)?.inside ? lines.findLastIndex(({ inside }) => !inside) : -1;
}

function closes(text: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/su.test(text) : /^(?:[^']|'')*'(?!')/u.test(text);
}

function errorAt(at: { problem: YAMLError; lines: LineCounter; raw: string; rawLine: number }): Finding {
  const open = at.problem.code === "MISSING_CHAR" ? openQuoteLine(at.raw) : -1;
  const place = open === -1 ? at.lines.linePos(at.problem.pos[0]) : { line: open + 1, col: 1 };
  const text = at.raw.split("\n")[place.line - 1] ?? "";
  return { ...lineAdvice(at.problem.code, text), line: place.line + at.rawLine - 1, column: Math.max(1, place.col) };
}

/** A reference, or else a value whose first word YAML takes for a name (`&가 나`) or a kind (`!가 나`) and would drop. */
function misreadNode(document: Document): Node | undefined {
  let alias: Node | undefined;
  let named: Node | undefined;
  visit(document, {
    Alias: (_, node) => {
      alias ??= node;
    },
    Value: (_, node) => {
      if (node.anchor || (node.tag && !node.tag.startsWith("tag:yaml.org,"))) named ??= node;
    },
  });
  return alias ?? named;
}

interface Repeats {
  readonly map: YAMLMap;
  readonly lines: LineCounter;
  readonly raw: string;
  readonly rawLine: number;
  readonly report: FileReport;
}

function reportRepeats(at: Repeats): void {
  const seen = new Set<string>();
  for (const { key } of at.map.items) {
    const name = keyName(key);
    if (seen.has(name)) {
      const { line, col } = at.lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
      // Of two that hide a post or not, the last may not be the one that counts.
      at.report[mayHide(name) ? "error" : "warning"]({
        code: "key-repeated",
        field: name,
        line: line + at.rawLine - 1,
        column: col,
        values: { key: name },
        corrected: at.raw.split("\n")[line - 1],
      });
    }
    seen.add(name);
  }
}

function mapValue(map: YAMLMap): Data {
  const data = emptyData();
  for (const { key, value } of map.items) data[keyName(key)] = plainValue(value);
  return data;
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function plainValue(node: unknown): Value {
  if (isMap(node)) return mapValue(node);
  if (isSeq(node)) return node.items.map(plainValue);
  if (isAlias(node) || !isScalar(node)) return null;
  const text = node.value === null ? "" : String(node.value);
  return node.type === "PLAIN" || node.type === undefined ? plainScalar(text) : text;
}
