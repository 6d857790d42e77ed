import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { errorOf, type Message, type Place } from "#messages/message.ts";
import { escapedPattern } from "#model/escape.ts";
import { decoded } from "#model/urlize.ts";
import { placeOf } from "#reading/source-text.ts";
import type { Code } from "#text/messages.ts";
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

/** The first place in the site's code that says this, for errors that name none; the file known is looked at first. */
export function useOf(words: RegExp | string, root: string, known?: string): Place {
  const files = [known, ...globSync("src/**/*.{astro,css,mdx,ts}", { cwd: root })];
  for (const file of files) {
    const text = file && existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
    const at = text.search(words);
    if (file && at >= 0) return { file: file.replaceAll("\\", "/"), ...placeAt(text, at) };
  }
  return known === undefined ? {} : { file: known };
}

/** Astro's words without the marks of Markdown, on one line. */
export function oneLine(words: string): string {
  return words.replace(/[*`>]/gu, "").replace(/\s+/gu, " ").trim();
}

/** The line and column of an offset in a text; none where it is below 0. */
const placeAt = (text: string, at: number): Place => (at < 0 ? {} : placeOf(text, at));

/** Where the last known key of a path stands in settings or data; nothing where none is written. */
export function keyPlace(path: readonly string[], text: string): Place {
  const begin = Math.max(0, text.search(/\bdefine(?:Config|Site)\(/u));
  let at = begin;
  for (const key of path.join(".").match(/[^.]*[^.\d][^.]*/gu) ?? []) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}_$."'])["']?${escapedPattern(key)}["']?\\s*:`, "u").exec(text.slice(at));
    if (found === null) break;
    at += found.index;
  }
  return placeAt(text, at === begin ? -1 : at);
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

/** Where a file names another, quoted; the bundler counts the lines of what it made of an `.mdx` file. */
export function quotedPlace(path: string, name: string): Place {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const places = [`"${name}"`, `'${name}'`].map((quoted) => text.indexOf(quoted));
  return placeAt(text, places.find((at) => at >= 0) ?? -1);
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

/** A folder may have blanks and brackets in its name. */
const frames = /^ *at (?:.*?[ (])??(eval \()?(?:file:\/\/)?((?:[A-Z]:|\/)[^\n<>]+?)(?:\?[^:]*)?:(\d+):(\d+)\)?$/gmu;

/** The first place in the site's own code that an error's stack names: not in packages, not in what runs the build. */
export function sourcePlace({ stack = "" }: Error, root: string): Place | undefined {
  for (const [, evaluated, written = "", line, column] of stack.matchAll(frames)) {
    const path = decoded(written);
    const file = shownPath(root, path);
    const found = /\.prerender\/.*\.mjs$/u.test(path)
      ? placeInBundle(path, { line: Number(line), column: Number(column), root })
      : { file, line: Number(line), column: Number(column) };
    // What Vite evaluates has lines of its own, and so has what MDX becomes.
    const place = evaluated || /\.mdx$/iu.test(path) ? { file } : found;
    const isOwn = place !== undefined && /^(?:src\/|[^/]+$)/u.test(place.file);
    if (isOwn) return place;
  }
  return undefined;
}

/** A module in a bundle has its name in a comment above its code, or in a string at its end (Astro's); a line has its own words. */
function placeInBundle(bundle: string, { line, column, root }: { line: number; column: number; root: string }) {
  if (!existsSync(bundle)) return undefined;
  const lines = readFileSync(bundle, "utf8").split("\n");
  const above = lines.slice(0, line).flatMap((one) => /^\/\/(?:#region)? (\S+\.\w+)(?:\?\S*)?$/u.exec(one)?.[1] ?? []);
  const below = lines.slice(line).flatMap((one) => /["'/](src\/[^"']+\.astro)["']/u.exec(one)?.[1] ?? []);
  const file = above.at(-1) ?? below[0];
  if (!file?.startsWith("src/") || !existsSync(join(root, file))) return undefined;
  const code = lines[line - 1] ?? "";
  const words = code.trim().replace(/[;,]$/u, "");
  // Of a template's line, what stands at the column is as it was written.
  const [part = ""] = /^[\w$.?]*/u.exec(code.slice(code.slice(0, column - 1).search(/[\w$.?]*$/u))) ?? [];
  const source = readFileSync(join(root, file), "utf8");
  const found = [words, part].find((one) => one !== "" && source.includes(one));
  return { file, ...placeAt(source, found === undefined ? -1 : source.indexOf(found)) };
}

/** A path as an author knows it: from the repository's root where it lies below that. */
export function shownPath(root: string, path: string): string {
  const below = relative(root, path);
  return below === "" || below.startsWith("..") ? path : below.replaceAll("\\", "/");
}
