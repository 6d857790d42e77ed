import { parseDocument, visit } from "yaml";
import { withQuoteState } from "#reading/whole-yaml.ts";

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
  const whole = plainValue(text);
  if (whole !== undefined) return { value: whole, repaired: false };
  const value = plainValue(repairedLines(text));
  return value === undefined ? undefined : { value, repaired: true };
}

/** A text's value; undefined where it is no YAML, or a few lines of aliases that would make millions of values. */
function plainValue(text: string): unknown {
  const document = documentOf(text);
  if (document.errors.length > 0) return undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "number" && String(node.value) !== node.source) node.value = node.source;
    },
  });
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? null;
  } catch {
    return undefined;
  }
}

function documentOf(text: string) {
  return parseDocument(text, {
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    prettyErrors: false,
    merge: true,
  });
}

/** YAML that is not indented as a whole, without tabs in indents, with quotes where a value needs them and texts in quotes on one line. */
function repairedLines(text: string): string {
  const indent = /^[ \t]+/u.exec(text.replace(/^\n+/u, ""))?.[0] ?? "";
  const plain = text
    .split("\n")
    .map((line) => line.slice(line.startsWith(indent) ? indent.length : 0))
    .map((line) => line.replace(/^[ \t]+/u, (blank) => blank.replaceAll("\t", "  ")));
  const lines = withQuoteState(`${plain.join("\n")}\n`);
  const isClosed = lines.at(-1)?.inside === false;
  const joined = lines.map(({ line, inside }) => (inside && isClosed ? ` ${line.trim()}` : `\n${line}`)).join("");
  return joined.replace(
    /^((?:[ ]*-[ ]+)?[^\s:#"'][^:\n]*:[ ]+|[ ]*-[ ]+)(\S.*)$/gmu,
    (line, head: string, value: string) =>
      !/^[|>][-+\d]*$/u.test(value) && needsQuotes(value) ? head + JSON.stringify(bare(value)) : line,
  );
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
