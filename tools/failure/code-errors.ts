import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { errorOf, type Message, type Place } from "#messages/message.ts";
import { escapedPattern } from "#model/escape.ts";
import { placeOf } from "#reading/source-text.ts";
import type { Code } from "#text/messages.ts";
import { keyPlace, placeAt, quotedPlace, shownPath, sourcePlace, useOf } from "./places.ts";
import refusals from "./refusals.json" with { type: "json" };

/** An error of Astro, Vite, Rolldown or a compiler below them: all of it may be missing. */
interface CodeError extends Error {
  /** Astro's own refusals are "AstroError"; those of its compilers have other types. */
  readonly type?: string;
  readonly title?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/** What Astro or the bundler found wrong in code or data: one message for each of its errors; empty where it is no error of theirs. */
export function codeMessages(error: Error, root: string, route?: string): Message[] {
  const { errors, loc, name } = error as CodeError & { errors?: readonly CodeError[] };
  if (errors)
    return errors.map((one) => messageOf(one, root) ?? errorOf("unexpected", { message: firstLine(one.message) }));
  const file = loc?.file ? shownPath(root, loc.file) : "";
  const said = /ContentEntryDataError$/u.test(name) ? error.message : "";
  // A file of several entries has each under its name.
  const entry = /\.mdx?$/u.test(file) ? [] : (/→ (.+?)\** data/u.exec(said)?.slice(1) ?? []);
  const lines = said.matchAll(/^\s+\**([^\s:*]+)\**: (.*)$/gmu);
  const unfit = Array.from(lines, ([, key = "", words = ""]) => misfit([...entry, key], words, { file, root }));
  if (unfit.length > 0) return unfit;
  return [messageOf(error, root, route)].filter((message) => message !== undefined);
}

/** What a dev server that begins anew ends in the midst of: nothing for an author to mend. */
export const isOfEnded = /cannot call \S*fetchModule|module runner has been closed/u;

const missingFile =
  /(?:Could not resolve|Could not find requested image|failed to resolve import|Cannot find (?:module|package)|Failed to load url|Preprocessor dependency|\[postcss\] ENOENT: .*, open) ['"`]?(.+?)(?:['"`]|\. Does| \(resolved id: .*?\))(?: (?:imported )?(?:in|from) ['"]?([^'"\n]+?)['"]?\.?(?: Does the file exist\?)?$)?/mu;
const missingName = /"(.+?)" is not exported by "(.+?)"|does not provide an export named '(.+?)'/mu;

function messageOf(error: CodeError, root: string, route?: string): Message | undefined {
  const text = stripVTControlCharacters(error.message);
  // In dev Astro has put words of its own in place of the bundler's, which still begin the stack.
  const missing = missingFile.exec(text) ?? missingFile.exec(error.stack ?? "");
  // Of style sheets that import each other the first is named; of a picture's importer Astro says nothing.
  const isNameless = /^\[postcss\]|requested image/u.test(missing?.[0] ?? "");
  const sheet = isNameless ? useOf(new RegExp(escapedPattern(missing?.[1] ?? ""), "u"), root) : undefined;
  const loc = /[\\/]node_modules[\\/]/u.test(error.loc?.file ?? "") ? undefined : error.loc;
  const from = loc?.file ?? missing?.[2] ?? error.id ?? /^\s*[╭┌]─\[ (.+):\d+:\d+ \]/mu.exec(text)?.[1];
  const path = sheet?.file ? join(root, sheet.file) : from;
  const { line, column = 0 } = (!sheet && loc) || {};
  const file = path && shownPath(root, path.replace(/\?\d+$/u, ""));
  const at = { ...(file && { file }), ...(line && { line, column: column + 1 }) };
  // One with a cause says which of Astro's steps met it.
  const own = path === undefined ? sourcePlace(error, root) : undefined;
  const told = refusal(error, root, own?.line === undefined ? { ...(route && { file: route }), ...at } : own);
  if (told && !sheet) return told;
  const [, written, exporter, asked = written] = missingName.exec(text) ?? [];
  // No one can open what Astro itself makes to import a file of an owner's.
  const importer = exporter !== undefined && path?.startsWith("\0") ? { file: exporter } : at;
  if (asked !== undefined) return errorOf("name-missing", { name: asked }, importer);
  if (path === undefined) return undefined;
  const name = missing?.[1];
  // In dev Vite asks for other steps before it, in a build the bundler meets a tag where JavaScript begins.
  if (/\.(?:[jt]sx|svelte|vue)$/u.test(path) && /Unexpected JSX|for import analysis/u.test(text))
    return errorOf("renderer-missing", {}, at);
  if (name === undefined)
    return errorOf("code-syntax", { message: firstLine(text) }, { ...importLine(path, text), ...at });
  const placed = { ...at, ...quotedPlace(path, name) };
  // CSS names a file beside it without `./`, and no package has letters like ours.
  if (/^[./#]|^[^/@]+\.css$|[^ -~]/u.test(name)) return errorOf("import-missing", { name }, placed);
  return errorOf("package-missing", { name: /^(?:@[^/]+\/)?[^/]+/u.exec(name)?.[0] ?? name }, placed);
}

/** What Astro refuses, in our words where an owner may meet it any day, at its place: the known one, or where a file says so. */
function refusal(error: CodeError, root: string, known: Place): Message | undefined {
  const { name, type, message, title = "", cause } = error;
  const said = `${name}: ${oneLine(message || title)}`;
  for (const { code, is, at, values } of refusals) {
    const found = new RegExp(is, "u").exec(said);
    if (!found || (known.line === undefined && at === undefined)) continue;
    const use = new RegExp(at?.replace("{name}", escapedPattern(found.groups?.["name"] ?? "")) ?? "", "u");
    const place = known.line === undefined && at ? useOf(use, root, known.file) : known;
    return errorOf(code as Code, { ...values, ...found.groups }, place);
  }
  if (type !== "AstroError" || cause) return undefined;
  // The guide has a page for each of its errors.
  const page = name.replace(/([a-z])([A-Z])/gu, "$1-$2").toLowerCase();
  return errorOf("astro-refused", { message: oneLine(message || title), page }, known);
}

export const needsServer = (feature: string, root: string, route?: string) =>
  errorOf("needs-server", { feature }, useOf(feature, root, route));

/** Astro's words without the marks of Markdown, on one line. */
export function oneLine(words: string): string {
  return words.replace(/[*`>]/gu, "").replace(/\s+/gu, " ").trim();
}

/** What a schema of Astro's settings or of an owner's collection refuses in a file, in our words where Astro says what was found and what must be. */
export function misfit(path: readonly string[], words: string, { file, root }: Record<"file" | "root", string>) {
  const key = path.join(".");
  const at = { file, ...(existsSync(join(root, file)) && keyPlace(path, readFileSync(join(root, file), "utf8"))) };
  const said = oneLine(words).replace(/^\S+: /u, "");
  const [, expected = "", found = ""] = /^.*?Expected type (.+?),? received (.+)$/iu.exec(said) ?? [];
  const code = expected ? "value-type" : "value-refused";
  return errorOf(said === "Required" ? "value-missing" : code, { key, expected, found, message: said }, at);
}

/** The first line that says something, without the bundler's marks. */
export function firstLine(text: string): string {
  const [line = ""] = stripVTControlCharacters(text)
    .split("\n")
    .filter((one) => /\p{L}/u.test(one) && !/ failed with \d+ errors?:$/u.test(one));
  return line.replace(/^(?:\[[^\]]+\]:?\s*|[\w-]+: (?=\/)|\S+:\d+:\d+: )+|__vite_ssr_import_\d+__\./gu, "").trim();
}

/** The parser of MDX does not say on which line an import or export is wrong: the first of them. */
function importLine(path: string, text: string) {
  if (!/\.mdx$/iu.test(path) || !text.includes("parse esm")) return {};
  const source = readFileSync(path, "utf8");
  return placeAt(source, source.search(/^(?:import|export)\b/mu));
}

/** What went wrong while an `.mdx` file was rendered, at its place in that file; undefined for any other error. */
export function mdxMessage(error: Error, root: string): Message | undefined {
  const place = sourcePlace(error, root);
  if (!place?.file?.endsWith(".mdx")) return undefined;
  const component = /Expected (?:component|object) `(.+?)` to be defined/u.exec(error.message)?.[1];
  const name = component ?? /^(\S+) is not defined$/u.exec(error.message)?.[1];
  const at = { field: "body", ...place };
  if (name === undefined) return errorOf("mdx-failed", { message: firstLine(error.message) }, at);
  const code = component === undefined ? "mdx-name" : "mdx-component";
  return errorOf(code, { name }, { ...at, ...usePlace(join(root, place.file), name, code) });
}

/** The first use of a name in braces, or as a tag, and the line with the marks that make it text. */
function usePlace(file: string, name: string, code: "mdx-name" | "mdx-component") {
  const word = `(?<![\\p{L}\\p{N}_$.])${escapedPattern(name)}(?![\\p{L}\\p{N}_$])`;
  const use = new RegExp(code === "mdx-component" ? `<${word}` : `\\{[^{}\\n]*?${word}`, "u");
  const text = readFileSync(file, "utf8");
  const at = withoutCode(text).search(use);
  if (at < 0) return {};
  const { line, column } = placeOf(text, at);
  const written = text.split("\n")[line - 1] ?? "";
  const shown = written.slice(column - 1).replaceAll(`</${name}>`, "\\$&");
  return { line, column, corrected: `${written.slice(0, column - 1)}\\${shown}`.trim() };
}

/** The text with what stands in code blanked out, line by line and unit by unit. */
function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, " ");
  return text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, blank).replace(/(`+)[^`\n]*\1/gu, blank);
}
