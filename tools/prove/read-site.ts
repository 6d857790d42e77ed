import { readFileSync, statSync } from "node:fs";
import { stampFrom } from "#cache/stamp.ts";
import type { BuiltFile } from "./built-site.ts";
import { cachedFacts, factsIn, saveFacts, type StampedFacts } from "./facts-cache.ts";
import { cssSigns, decoded, firstCharset, formOf, nameSigns, xmlSigns } from "./file-signs.ts";
import { beginsLikeMarkup, disguisedSigns, hasKnownName, headOf } from "./disguised.ts";
import { pageFacts } from "./page-facts.ts";
import { carriedBy, documentName } from "./documents.ts";
import { sharing } from "./element-facts.ts";
import { filesIn } from "./site-files.ts";
import { isOtherCharset, type Sign } from "./active-content.ts";

/** Reads every file of a built site once. */
export function readSite(folder: string, cache?: string): Map<string, BuiltFile> {
  return filesOf(readStamped(folder, { cache }));
}

export function filesOf(stamped: StampedFacts): Map<string, BuiltFile> {
  return new Map(Array.from(stamped, ([path, [, file]]) => [path, file]));
}

/** The largest document that is opened: in larger ones films and programs are packed. */
const mostBytes = 2 ** 28;

export interface ReadingOptions {
  /** Folder in which facts are cached: what has not changed since is not read again. */
  readonly cache?: string | undefined;
  /** Files of others may be something else than their names say. */
  readonly isOthers?: (path: string) => boolean;
  /** Texts of what was read of it already, good where the stamp still is the file's. */
  readonly ahead?: readonly string[];
}

/** The same with each file's stamp. */
export function readStamped(
  folder: string,
  { cache, isOthers = () => false, ahead = [] }: ReadingOptions = {},
): StampedFacts {
  const share = sharing();
  const readAhead = new Map(ahead.flatMap((text) => factsIn(text, share)));
  const cached = cache === undefined ? undefined : cachedFacts(cache, share);
  const standing: StampedFacts = new Map();
  const changed: string[] = [];
  for (const path of filesIn(folder)) {
    const whole = `${folder}/${path}`;
    const stamp = stampFrom(statSync(whole, { bigint: true }));
    const [known, early] = [cached?.facts.get(path), readAhead.get(path)];
    if (known?.[0] === stamp) {
      standing.set(path, known);
      continue;
    }
    const readNow = () =>
      hasFacts(path) ? builtFile(path, readFileSync(whole), share) : namedFile(whole, path, isOthers);
    standing.set(path, [stamp, early?.[0] === stamp ? early[1] : readNow()]);
    changed.push(path);
  }
  if (cache !== undefined && cached && changed.length > 0) saveFacts(cache, standing, { cached, changed });
  return standing;
}

/** What is asked of a file whose name says all, such as a picture: its size, and what it must not be or carry. */
function namedFile(whole: string, path: string, isOthers: (path: string) => boolean): BuiltFile {
  const { size } = statSync(whole);
  const isDocument = documentName.test(path) || !hasKnownName(path);
  const carried = isDocument && size < mostBytes ? carriedBy(readFileSync(whole)) : undefined;
  // A film of the owner's is not read to its end; of a name that no server knows, all is read, also of what a route made.
  const isPlain = hasKnownName(path) && !(isOthers(path) && beginsLikeMarkup(headOf(whole)));
  const signs = [...nameSigns(path), ...(isPlain ? [] : disguisedSigns(path, readFileSync(whole)))];
  return { bytes: size, signs, ...(carried && { carried }) };
}

/** Whether guards ask more of a file than its name says. */
export function hasFacts(path: string): boolean {
  return formOf(path) !== "other";
}

/** All that guards ask of one file, from its name and bytes. */
export function builtFile(path: string, bytes: Uint8Array, share = sharing()): BuiltFile {
  const form = formOf(path);
  const named = nameSigns(path);
  if (form === "other") return { bytes: bytes.length, signs: [...named, ...disguisedSigns(path, bytes)] };
  if (form === "html") {
    const page = pageFacts(bytes, share);
    const charset = firstCharset(bytes);
    const isTold = !isOtherCharset(charset) || page.signs.some(({ code }) => code === "not-utf-8");
    const other: Sign[] = isTold ? [] : [{ code: "not-utf-8", what: `charset=${charset}` }];
    return {
      bytes: bytes.length,
      page,
      signs: [...named, ...other, ...page.signs],
      ...(charset === undefined && { isUndeclared: true }),
      ...(!isWhole(bytes) && { isCut: true }),
    };
  }
  const { text, signs } = decoded(bytes);
  return { bytes: bytes.length, signs: [...named, ...signs, ...(form === "xml" ? xmlSigns(text) : cssSigns(text))] };
}

/** What a page writes after its frame Astro puts behind it: that is another fault. */
function isWhole(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(-4096)).toString("latin1");
  return /<\/html>\s*(?:<(script|style)\b[\s\S]*<\/\1>\s*)?$/iu.test(text);
}
