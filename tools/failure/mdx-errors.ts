import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "#messages/message.ts";
import { firstLine } from "./code-errors.ts";
import { sourcePlace } from "./source-place.ts";

/** What went wrong while an `.mdx` file was drawn, at its place in that file; undefined for any other error. */
export function mdxMessage(error: Error, root: string): Message | undefined {
  const place = sourcePlace(error, root);
  if (!place?.file?.endsWith(".mdx")) return undefined;
  const component = /Expected (?:component|object) `(.+?)` to be defined/u.exec(error.message)?.[1];
  const name = component ?? /^(\S+) is not defined$/u.exec(error.message)?.[1];
  const at = { severity: "error" as const, field: "body", ...place };
  if (name === undefined) return { ...at, code: "mdx-failed", values: { message: firstLine(error.message) } };
  const code = component === undefined ? "mdx-name" : "mdx-component";
  return { ...at, code, values: { name }, ...usePlace(join(root, place.file), name, code) };
}

/** The first use of a name in braces, or as a tag, and the line with the mark that makes it text. */
function usePlace(file: string, name: string, code: "mdx-name" | "mdx-component") {
  const word = `(?<![\\p{L}\\p{N}_$.])${name.replace(/[$.]/gu, "\\$&")}(?![\\p{L}\\p{N}_$])`;
  const use = new RegExp(code === "mdx-component" ? `<${word}` : `\\{[^{}]*?${word}`, "u");
  const text = readFileSync(file, "utf8");
  const index = withoutCode(text)
    .split("\n")
    .findIndex((line) => use.test(line));
  const line = text.split("\n")[index];
  if (line === undefined) return {};
  const at = use.exec(line)?.index ?? 0;
  return { line: index + 1, column: at + 1, corrected: `${line.slice(0, at)}\\${line.slice(at)}`.trim() };
}

/** The text with what stands in code blanked out, line by line and letter by letter. */
function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/gu, " ");
  return text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, blank).replace(/(`+)[^`\n]*\1/gu, blank);
}
