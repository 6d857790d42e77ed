import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Place } from "#messages/message.ts";
import { escapedPattern } from "#model/escape.ts";
import { decoded } from "#model/urlize.ts";
import { placeOf } from "#reading/source-text.ts";

/** The line and column of an offset in a text; none where it is below 0. */
export const placeAt = (text: string, at: number): Place => (at < 0 ? {} : placeOf(text, at));

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

/** Where a file names another, quoted; the bundler counts the lines of what it made of an `.mdx` file. */
export function quotedPlace(path: string, name: string): Place {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const places = [`"${name}"`, `'${name}'`].map((quoted) => text.indexOf(quoted));
  return placeAt(text, places.find((at) => at >= 0) ?? -1);
}

/** The first place in the site's code that says this, for errors that name none; the file known is looked at first. */
export function useOf(words: RegExp | string, root: string, known?: string): Place {
  const files = [known, ...globSync(["src/**/*.{astro,css,mdx,ts}", "*.mjs"], { cwd: root })];
  for (const file of files) {
    const text = file && existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
    const at = text.search(words);
    if (file && at >= 0) return { file: file.replaceAll("\\", "/"), ...placeAt(text, at) };
  }
  return known === undefined ? {} : { file: known };
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
