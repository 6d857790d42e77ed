import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { BuiltFile } from "./built-site.ts";
import type { Reference } from "./page-facts.ts";

/** Raised whenever the facts taken from a file change their meaning. */
const factsVersion = 2;

/** Facts by path, each with the stamp of the file they were taken from. */
export type StampedFacts = ReadonlyMap<string, readonly [stamp: string, file: BuiltFile]>;

type Stored = readonly [path: string, stamp: string, file: BuiltFile, references: readonly number[]];

interface Kept {
  readonly version: number;
  /** Every reference once; pages share most of theirs. */
  readonly references: readonly Reference[];
  readonly files: readonly Stored[];
}

/** The facts kept in a file; empty where it is missing, damaged or of another version. */
export function keptFacts(cache: string): StampedFacts {
  const kept = readKept(cache);
  if (kept === undefined) return new Map();
  return new Map(
    kept.files.map(([path, stamp, file, numbers]) => {
      if (file.page === undefined) return [path, [stamp, file]];
      const references = numbers
        .map((number) => kept.references[number])
        .filter((reference) => reference !== undefined);
      return [path, [stamp, { ...file, page: { ...file.page, references } }]];
    }),
  );
}

/** Keeps facts whole or not at all. */
export function keepFacts(cache: string, facts: StampedFacts): void {
  const numbers = new Map<Reference, number>();
  const numberOf = (reference: Reference) => {
    const known = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, known);
    return known;
  };
  const files = [...facts].map(([path, [stamp, file]]): Stored => {
    if (file.page === undefined) return [path, stamp, file, []];
    return [path, stamp, { ...file, page: { ...file.page, references: [] } }, file.page.references.map(numberOf)];
  });
  const body = JSON.stringify({ version: factsVersion, references: [...numbers.keys()], files } satisfies Kept);
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(`${cache}.new`, `${hash("sha256", body)}\n${body}`);
  renameSync(`${cache}.new`, cache);
}

/** Makes pages share their references, each at most once a page: ten thousand pages name the same menu. */
export function sharing(facts: StampedFacts): (file: BuiltFile) => BuiltFile {
  const shared = new Map<string, Reference>();
  const key = ({ kind, address }: Reference) => `${kind} ${address}`;
  for (const [, { page }] of facts.values())
    for (const reference of page?.references ?? []) shared.set(key(reference), reference);
  return (file) => {
    if (file.page === undefined) return file;
    const own = new Set(
      file.page.references.map((reference) => {
        const known = shared.get(key(reference)) ?? reference;
        shared.set(key(reference), known);
        return known;
      }),
    );
    return { ...file, page: { ...file.page, references: [...own] } };
  };
}

function readKept(cache: string): Kept | undefined {
  try {
    const text = readFileSync(cache, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    if (hash("sha256", body) !== text.slice(0, end)) return undefined;
    const kept = JSON.parse(body) as Kept;
    return kept.version === factsVersion ? kept : undefined;
  } catch {
    return undefined;
  }
}
