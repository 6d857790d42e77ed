import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltFile } from "./built-site.ts";
import type { Reference, Sharing } from "./references.ts";

/** Raised whenever the facts taken from a file change their meaning. */
const factsVersion = 4;

/** Facts lie in so many files that an edit rewrites few of them. */
const shelves = 256;

/** Facts by path, each with the stamp of the file they were taken from. */
export type StampedFacts = Map<string, readonly [stamp: string, file: BuiltFile]>;

type Stored = readonly [path: string, stamp: string, file: BuiltFile, references: readonly number[]];

interface Kept {
  readonly version: number;
  /** Every reference once; pages share most of theirs. */
  readonly references: readonly Reference[];
  readonly files: readonly Stored[];
}

/** The facts kept in a folder; without those of a file that is missing, damaged or of another version. */
export function keptFacts(folder: string, share: Sharing): StampedFacts {
  const facts: StampedFacts = new Map();
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  for (const name of names) {
    const kept = readKept(join(folder, name));
    const shared = (kept?.references ?? []).map(({ kind, address }) => share(kind, address));
    for (const [path, stamp, file, numbers] of kept?.files ?? []) {
      if (file.page === undefined) facts.set(path, [stamp, file]);
      else {
        const references = numbers.map((number) => shared[number] as Reference);
        facts.set(path, [stamp, { ...file, page: { ...file.page, references } }]);
      }
    }
  }
  return facts;
}

/** Keeps facts, of which those of the paths in `changed` are new or gone; each file whole or not at all. */
export function keepFacts(folder: string, facts: StampedFacts, changed: Iterable<string>): void {
  mkdirSync(folder, { recursive: true });
  const due = new Map([...changed].map((path) => [shelfOf(path), [] as Stored[]]));
  const numbersOf = new Map([...due.keys()].map((shelf) => [shelf, new Map<Reference, number>()]));
  for (const [path, [stamp, file]] of facts) {
    const shelf = shelfOf(path);
    const numbers = numbersOf.get(shelf);
    if (numbers !== undefined) due.get(shelf)?.push(stored(path, [stamp, file], numbers));
  }
  for (const [shelf, files] of due) {
    const references = [...(numbersOf.get(shelf)?.keys() ?? [])];
    const body = JSON.stringify({ version: factsVersion, references, files } satisfies Kept);
    const file = join(folder, `${shelf}.json`);
    writeFileSync(`${file}.new`, `${hash("sha256", body)}\n${body}`);
    renameSync(`${file}.new`, file);
  }
}

function stored(path: string, [stamp, file]: readonly [string, BuiltFile], numbers: Map<Reference, number>): Stored {
  if (file.page === undefined) return [path, stamp, file, []];
  const own = file.page.references.map((reference) => {
    const number = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, number);
    return number;
  });
  return [path, stamp, { ...file, page: { ...file.page, references: [] } }, own];
}

/** FNV-1a over the path's code units. */
function shelfOf(path: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) sum = Math.imul(sum ^ path.charCodeAt(at), 0x01000193);
  return (sum >>> 0) % shelves;
}

function readKept(file: string): Kept | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    if (hash("sha256", body) !== text.slice(0, end)) return undefined;
    const kept = JSON.parse(body) as Kept;
    return kept.version === factsVersion ? kept : undefined;
  } catch {
    return undefined;
  }
}
