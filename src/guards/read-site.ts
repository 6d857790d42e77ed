import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltFile } from "./built-site.ts";
import { keepFacts, keptFacts, type StampedFacts } from "./facts-cache.ts";
import { cssSigns, decoded, formOf, nameSigns } from "./file-signs.ts";
import { pageFacts, type Reading, reading } from "./page-facts.ts";
import { filesIn, stampOf } from "./site-files.ts";
import { xmlSigns } from "./xml-signs.ts";

/** Reads every file of a built site once; what has not changed since the facts in the folder `cache` were kept is not read again. */
export function readSite(folder: string, cache?: string): Map<string, BuiltFile> {
  const within = reading();
  const kept: StampedFacts = cache === undefined ? new Map() : keptFacts(cache, within.share);
  const standing: StampedFacts = new Map();
  const changed = new Set(kept.keys());
  for (const path of filesIn(folder)) {
    const whole = join(folder, path);
    const stamp = stampOf(whole);
    const known = kept.get(path);
    if (known?.[0] === stamp) changed.delete(path);
    else changed.add(path);
    standing.set(path, known?.[0] === stamp ? known : [stamp, factsOf(path, whole, within)]);
  }
  if (cache !== undefined && changed.size > 0) keepFacts(cache, standing, changed);
  return new Map([...standing].map(([path, [, file]]) => [path, file]));
}

/** Of a file whose name says all, such as a picture, only the size is asked. */
function factsOf(path: string, whole: string, within: Reading): BuiltFile {
  if (formOf(path) === "other") return { bytes: statSync(whole).size, signs: nameSigns(path) };
  return builtFile(path, readFileSync(whole), within);
}

/** All that guards ask of one file, from its name and bytes. */
export function builtFile(path: string, bytes: Uint8Array, within = reading()): BuiltFile {
  const form = formOf(path);
  const named = nameSigns(path);
  if (form === "other") return { bytes: bytes.length, signs: named };
  if (form === "html") {
    const page = pageFacts(bytes, within);
    return { bytes: bytes.length, page, signs: [...named, ...page.signs] };
  }
  if (form === "xml") return { bytes: bytes.length, signs: [...named, ...xmlSigns(bytes)] };
  const { text, signs } = decoded(bytes);
  return { bytes: bytes.length, signs: [...named, ...signs, ...cssSigns(text)] };
}
