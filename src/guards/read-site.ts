import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltFile } from "./built-site.ts";
import { keepFacts, keptFacts, type Sharing, sharing, type StampedFacts } from "./facts-cache.ts";
import { cssSigns, decoded, formOf, nameSigns } from "./file-signs.ts";
import { type PageFacts, pageFacts } from "./page-facts.ts";
import { filesIn, stampOf } from "./site-files.ts";
import { xmlSigns } from "./xml-signs.ts";

/** Reads every file of a built site once; what has not changed since the facts in the folder `cache` were kept is not read again. */
export function readSite(folder: string, cache?: string): Map<string, BuiltFile> {
  const share = sharing();
  const kept: StampedFacts = cache === undefined ? new Map() : keptFacts(cache, share);
  const standing: StampedFacts = new Map();
  const changed = new Set(kept.keys());
  for (const path of filesIn(folder)) {
    const whole = join(folder, path);
    const stamp = stampOf(whole);
    const known = kept.get(path);
    if (known?.[0] === stamp) changed.delete(path);
    else changed.add(path);
    standing.set(path, known?.[0] === stamp ? known : [stamp, shared(factsOf(path, whole), share)]);
  }
  if (cache !== undefined && changed.size > 0) keepFacts(cache, standing, changed);
  return new Map([...standing].map(([path, [, file]]) => [path, file]));
}

function shared(file: BuiltFile, share: Sharing): BuiltFile {
  if (file.page === undefined) return file;
  return { ...file, page: { ...file.page, references: [...new Set(file.page.references.map(share))] } };
}

/** Of a file whose name says all, such as a picture, only the size is asked. */
function factsOf(path: string, whole: string): BuiltFile {
  if (formOf(path) === "other") return { bytes: statSync(whole).size, signs: nameSigns(path) };
  return builtFile(path, readFileSync(whole));
}

/** All that guards ask of one file, from its name and bytes. */
export function builtFile(path: string, bytes: Uint8Array): BuiltFile {
  const form = formOf(path);
  const named = nameSigns(path);
  if (form === "other") return { bytes: bytes.length, signs: named };
  const { text, signs } = decoded(bytes);
  const before = [...named, ...signs];
  if (form === "css") return { bytes: bytes.length, signs: [...before, ...cssSigns(text)] };
  if (form === "xml") return { bytes: bytes.length, signs: [...before, ...xmlSigns(text)] };
  const page = detached(pageFacts(text));
  return { bytes: bytes.length, page, signs: [...before, ...page.signs] };
}

/** A copy whose strings stand alone: V8 keeps a whole page in memory for each slice of it. */
function detached(facts: PageFacts): PageFacts {
  return JSON.parse(JSON.stringify(facts));
}
