import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import type { Message } from "#messages/message.ts";
import { shownPath } from "./system-errors.ts";

/** An error of Vite, Rolldown or a compiler below them: all of it may be missing. */
interface CodeError extends Error {
  readonly code?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/** What the bundler found wrong in code: one message for each of its errors; empty where it is no error of the bundler. */
export function codeMessages(error: Error, root: string): Message[] {
  const errors =
    "errors" in error && Array.isArray(error.errors) ? (error.errors as CodeError[]) : [error as CodeError];
  return errors.flatMap((one) => messageOf(one, root) ?? []);
}

const missingPattern =
  /(?:Could not resolve|failed to resolve import|Cannot find (?:module|package)) ['"](.+?)['"](?: (?:imported )?(?:in|from) ['"]?([^'"\n]+?)['"]?\.?$)?/mu;

function messageOf(error: CodeError, root: string): Message | undefined {
  const text = stripVTControlCharacters(error.message);
  const missing = missingPattern.exec(text);
  const path = error.loc?.file ?? missing?.[2] ?? error.id ?? /^\s*[╭┌]─\[ (.+):\d+:\d+ \]/mu.exec(text)?.[1];
  if (path === undefined) return undefined;
  const { line, column } = error.loc ?? {};
  const at = {
    severity: "error" as const,
    file: shownPath(root, path),
    ...(line === undefined ? {} : { line, column: (column ?? 0) + 1 }),
  };
  const name = missing?.[1];
  if (name === undefined)
    return { ...importLine(path, text), ...at, code: "code-syntax", values: { message: firstLine(text) } };
  if (/^[./#]/u.test(name)) return { ...at, code: "import-missing", values: { name } };
  return { ...at, code: "package-missing", values: { name: /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? name } };
}

/** The first line that says something, without the bundler's marks. */
export function firstLine(text: string): string {
  const [line = ""] = stripVTControlCharacters(text)
    .split("\n")
    .filter((one) => /\p{L}/u.test(one));
  return line.replace(/^(?:\[[^\]]+\]:?\s*|[\w-]+: (?=\/)|\S+:\d+:\d+: )+/u, "").trim();
}

/** The parser of MDX does not say on which line an import or export is wrong: the first of them. */
function importLine(path: string, text: string): { line?: number; column?: number } {
  if (!/\.mdx$/iu.test(path) || !text.includes("parse esm")) return {};
  const index = readFileSync(path, "utf8")
    .split("\n")
    .findIndex((line) => /^(?:import|export)\b/u.test(line));
  return index === -1 ? {} : { line: index + 1, column: 1 };
}
