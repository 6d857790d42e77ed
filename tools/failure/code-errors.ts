import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { errorOf, type Message, type Place } from "#messages/message.ts";
import { escapedPattern } from "#model/escape.ts";
import { decoded } from "#model/urlize.ts";
import { placeOf } from "#reading/source-text.ts";

/** An error of Astro, Vite, Rolldown or a compiler below them: all of it may be missing. */
interface CodeError extends Error {
  /** Astro's own refusals are "AstroError"; those of its compilers have other types. */
  readonly type?: string;
  readonly title?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/** What Astro or the bundler found wrong in code or data: one message for each of its errors; empty where it is no error of theirs. */
export function codeMessages(error: Error, root: string): Message[] {
  const { errors } = error as { errors?: readonly CodeError[] };
  if (errors)
    return errors.map((one) => messageOf(one, root) ?? errorOf("unexpected", { message: firstLine(one.message) }));
  return [messageOf(error, root)].filter((message) => message !== undefined);
}

/** What a dev server that begins anew ends in the midst of: nothing for an author to mend. */
export const isOfEnded = /cannot call \S*fetchModule|module runner has been closed/u;

const missingFile =
  /(?:Could not resolve|Could not find requested image|failed to resolve import|Cannot find (?:module|package)|Failed to load url|Preprocessor dependency|\[postcss\] ENOENT: .*, open) ['"`]?(.+?)(?:['"`]|\. Does| \(resolved id: .*?\))(?: (?:imported )?(?:in|from) ['"]?([^'"\n]+?)['"]?\.?(?: Does the file exist\?)?$)?/mu;
const missingName = /"(.+?)" is not exported by "(.+?)"|does not provide an export named '(.+?)'/mu;

function messageOf(error: CodeError, root: string): Message | undefined {
  const text = stripVTControlCharacters(error.message);
  // In dev Astro has put words of its own in place of the bundler's, which still begin the stack.
  const missing = missingFile.exec(text) ?? missingFile.exec(error.stack ?? "");
  // Of style sheets that import each other the first is named; of a picture's importer Astro says nothing.
  const isNameless = /^\[postcss\]|requested image/u.test(missing?.[0] ?? "");
  const sheet = isNameless ? fileWith(missing?.[1] ?? "", root) : undefined;
  const loc = /[\\/]node_modules[\\/]/u.test(error.loc?.file ?? "") ? undefined : error.loc;
  const path = sheet ?? loc?.file ?? missing?.[2] ?? error.id ?? /^\s*[╭┌]─\[ (.+):\d+:\d+ \]/mu.exec(text)?.[1];
  const { line, column = 0 } = (!sheet && loc) || {};
  const file = path && shownPath(root, path.replace(/\?\d+$/u, ""));
  const at = { ...(file && { file }), ...(line && { line, column: column + 1 }) };
  // One with a cause says which of Astro's steps met it.
  const own = path === undefined ? sourcePlace(error, root) : undefined;
  if (error.type === "AstroError" && !error.cause && !sheet)
    return { ...astroRefusal(error, root), ...(own?.line === undefined ? at : own) };
  const [, written, from, asked = written] = missingName.exec(text) ?? [];
  // No one can open what Astro itself makes to import a file of an owner's.
  const importer = from !== undefined && path?.startsWith("\0") ? { file: from } : at;
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

/** What only a server could do, by what Astro calls its error. */
const serverFeatures: Readonly<Record<string, string>> = {
  ActionsWithoutServerOutputError: "astro:actions",
  NoAdapterInstalledServerIslands: "server:defer",
  PrerenderClientAddressNotAvailable: "Astro.clientAddress",
  PrerenderHeadersNotAvailable: "request.headers, cookies",
};

/** What Astro refuses, in its words; its guide has a page for each of its errors. */
function astroRefusal({ name, message, title = "" }: CodeError, root: string): Message {
  const feature = serverFeatures[name];
  if (feature !== undefined) return needsServer(feature, root);
  if (name === "NoMatchingRenderer") return errorOf("renderer-missing", {});
  if (name === "i18nNotEnabled") return errorOf("module-elsewhere", {}, useOf("astro:i18n", root));
  const page = name.replace(/([a-z])([A-Z])/gu, "$1-$2").toLowerCase();
  return errorOf("astro-refused", { message: oneLine(message || title), page });
}

export const needsServer = (feature: string, root: string) =>
  errorOf("needs-server", { feature }, useOf(feature, root));

/** The first place in the site's code that says this, for errors that name none. */
function useOf(words: string, root: string): Place {
  const path = fileWith(words, root);
  const text = path === undefined ? "" : readFileSync(path, "utf8");
  return path === undefined ? {} : { file: shownPath(root, path), ...placeAt(text, text.indexOf(words)) };
}

/** The path of the first file of the site's code that says this, for errors that name none. */
function fileWith(words: string, root: string): string | undefined {
  const files = globSync(join(root, "src/**/*.{astro,css,mdx,ts}"));
  return files.find((path) => readFileSync(path, "utf8").includes(words));
}

/** Astro's words without the marks of Markdown, on one line. */
export function oneLine(words: string): string {
  return words.replace(/[*`>]/gu, "").replace(/\s+/gu, " ").trim();
}

/** The line and column of an offset in a text; none where it is below 0. */
export const placeAt = (text: string, at: number): Place => (at < 0 ? {} : placeOf(text, at));

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
      ? placeInBundle(path, Number(line), root)
      : { file, line: Number(line), column: Number(column) };
    // What Vite evaluates has lines of its own, and so has what MDX becomes.
    const place = evaluated || /\.mdx$/iu.test(path) ? { file } : found;
    const isOwn = place !== undefined && /^(?:src\/|[^/]+$)/u.test(place.file);
    if (isOwn) return place;
  }
  return undefined;
}

/** A module in a bundle has its name in a comment above its code, or in a string at its end (Astro's); a line has its own words. */
function placeInBundle(bundle: string, line: number, root: string): (Place & { file: string }) | undefined {
  if (!existsSync(bundle)) return undefined;
  const lines = readFileSync(bundle, "utf8").split("\n");
  const above = lines.slice(0, line).flatMap((one) => /^\/\/(?:#region)? (\S+\.\w+)(?:\?\S*)?$/u.exec(one)?.[1] ?? []);
  const below = lines.slice(line).flatMap((one) => /["'/](src\/[^"']+\.astro)["']/u.exec(one)?.[1] ?? []);
  const file = [above.at(-1), below[0]].find((one) => one?.startsWith("src/") && existsSync(join(root, one)));
  if (file === undefined) return undefined;
  const words = lines[line - 1]?.trim().replace(/[;,]$/u, "") ?? "";
  const source = readFileSync(join(root, file), "utf8");
  return { file, ...placeAt(source, words === "" ? -1 : source.indexOf(words)) };
}

/** A path as an author knows it: from the repository's root where it lies below that. */
export function shownPath(root: string, path: string): string {
  const below = relative(root, path);
  return below === "" || below.startsWith("..") ? path : below.replaceAll("\\", "/");
}
