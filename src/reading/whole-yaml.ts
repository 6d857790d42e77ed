import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type ScalarTag,
} from "yaml";
import type { FileReport } from "./file-report.ts";
import { mayHide } from "./hidden.ts";
import { lineAdvice, plainMistakes } from "./yaml-advice.ts";
import type { Data } from "./front-matter.ts";

/** Reads any front matter in YAML the way Go and authors write it; undefined (and errors in the report) where it cannot be read. */
export function wholeYaml(raw: string, rawLine: number, report: FileReport): Data | undefined {
  const lines = raw.split("\n");
  const first = parse(raw);
  const { document, counter } = first.document.errors.length === 0 ? first : parse(repaired(raw));
  const placed = (offset = 0, by = counter) => {
    const { line, col } = by.linePos(offset);
    return { text: lines[line - 1] ?? "", line: line + rawLine - 1, column: Math.max(1, col) };
  };
  const [problem] = first.document.errors;
  const misread = misreadNode(document);
  if (problem && document.errors.length > 0) {
    if (reportPlain(raw, rawLine, report)) return undefined;
    const open = problem.code === "MISSING_CHAR" ? openQuoteLine(raw) : -1;
    const quote = { text: lines[open] ?? "", line: open + rawLine, column: 1 };
    const { text, ...place } = open === -1 ? placed(problem.pos[0], first.counter) : quote;
    report.error({ ...lineAdvice(problem.code, text), ...place });
  } else if (misread) {
    const { text, ...place } = placed(misread.range?.[0]);
    report.error({ ...lineAdvice("", text), ...(isAlias(misread) && { code: "yaml-alias" }), ...place });
  } else if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return {};
  } else if (!isMap(document.contents)) {
    if (!reportPlain(raw, rawLine, report)) report.error({ code: "front-matter-no-map", field: "YAML", line: rawLine });
  } else {
    reportRepeats(document.contents.items, placed, report);
    return document.toJS() as Data;
  }
  return undefined;
}

/** Whether lines show their mistakes by themselves: then all of them are told, which YAML's first complaint hides. */
function reportPlain(raw: string, rawLine: number, report: FileReport): boolean {
  const found = plainMistakes(raw);
  for (const { index, advice } of found) report.error({ ...advice, line: rawLine + index });
  return found.length > 0;
}

/** What an unquoted scalar means: null, booleans and numbers only in the one form that reads back the same, so that `007`, `2020-06-01` and `yes` stay as written. */
const plainScalar: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  test: /^(?:~|null|true|false|-?\d{1,15}(?:\.\d+)?|)$/u,
  resolve: (text) => {
    if (text === "" || text === "~" || text === "null") return null;
    if (text === "true" || text === "false") return text === "true";
    return String(Number(text)) === text ? Number(text) : text;
  },
};

function parse(raw: string): { document: Document.Parsed; counter: LineCounter } {
  const counter = new LineCounter();
  const options = { lineCounter: counter, uniqueKeys: false, logLevel: "error" } as const;
  return { document: parseDocument(raw, { schema: "failsafe", customTags: [plainScalar], ...options }), counter };
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

function reportRepeats(
  items: readonly Pair[],
  placed: (offset?: number) => { text: string; line: number; column: number },
  report: FileReport,
): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    const { text: corrected, ...place } = placed(isScalar(key) ? key.range?.[0] : 0);
    // Of two that hide a post or not, the last may not be the one that counts.
    const tell = mayHide(name) ? report.error : report.warning;
    if (seen.has(name)) tell({ code: "key-repeated", field: name, ...place, values: { key: name }, corrected });
    seen.add(name);
  }
}
