import { join } from "node:path";
import { textStore } from "#cache/store.ts";
import { codeVersion } from "#cache/version.ts";
import { onceEach } from "#model/once.ts";
import type { BuiltFile } from "./built-site.ts";
import type { PageFacts, Reference, Sharing } from "./element-facts.ts";

/** Facts that other code took from a file may mean something else. */
const version = onceEach((of: "proof") => codeVersion(join(import.meta.dirname, "../.."), of));
const nameOf = (batch: number) => `${version("proof")}-${batch}`;

/** All is written anew where it would be this many times the facts that still count. */
const mostRows = 1.5;
/** The most files that are kept in one text. */
const perBatch = 4096;

/** Facts by path, each with the stamp of the file they were taken from. */
export type StampedFacts = Map<string, FactsOfFile>;
type FactsOfFile = readonly [stamp: string, file: BuiltFile];

type WithReferences<One> = Omit<BuiltFile, "page"> & {
  page?: Omit<PageFacts, "references"> & { references: One[] };
};

/** What one build found anew, whole in itself. */
interface Batch {
  /** Every reference once, by whose number the pages have it. */
  readonly references: readonly Reference[];
  readonly files: readonly (readonly [path: string, stamp: string, file: WithReferences<number>])[];
}

/** The facts kept in a folder, up to the first batch that is missing, damaged or of another version; `rows` counts those that later ones replace too. */
export function cachedFacts(folder: string, share: Sharing) {
  const store = textStore(folder, ".json");
  const facts: StampedFacts = new Map();
  let [rows, batches] = [0, 0];
  for (let text = store.get(nameOf(0)); text !== undefined; text = store.get(nameOf(batches))) {
    const batch = factsIn(text, share);
    for (const [path, known] of batch) facts.set(path, known);
    rows += batch.length;
    batches += 1;
  }
  return { facts, rows, batches };
}

/** Keeps the facts at the paths that changed beside those that are `cached`, or all anew where too many no longer count. */
export function saveFacts(
  folder: string,
  facts: StampedFacts,
  { cached, changed }: { readonly cached: ReturnType<typeof cachedFacts>; readonly changed: readonly string[] },
): void {
  const store = textStore(folder, ".json");
  const isAnew = cached.batches === 0 || cached.rows + changed.length > facts.size * mostRows;
  const paths = isAnew ? [...facts.keys()] : changed;
  const names = new Set<string>();
  for (let from = 0; from < paths.length; from += perBatch) {
    const name = nameOf((isAnew ? 0 : cached.batches) + names.size);
    names.add(name);
    store.put(name, batchText(facts, paths.slice(from, from + perBatch)));
  }
  if (isAnew) store.prune(names);
}

/** The facts at some paths as one text, which a collector of garbage need not go through. */
export function batchText(facts: StampedFacts, paths: readonly string[] = [...facts.keys()]): string {
  const numbers = new Map<Reference, number>();
  const numberOf = (reference: Reference) => {
    const number = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, number);
    return number;
  };
  const files = paths.flatMap((path): Batch["files"][number][] => {
    const known = facts.get(path);
    return known === undefined ? [] : [[path, known[0], withReferences(known[1], numberOf)]];
  });
  return JSON.stringify({ references: [...numbers.keys()], files } satisfies Batch);
}

/** The facts that a text holds, by path. */
export function factsIn(text: string, share: Sharing): (readonly [path: string, known: FactsOfFile])[] {
  const batch = JSON.parse(text) as Batch;
  const references = batch.references.map(({ kind, address }) => share(kind, address));
  return batch.files.map(([path, stamp, file]) => [
    path,
    [stamp, withReferences(file, (number) => references[number] as Reference)],
  ]);
}

/** A file with each of its page's references in another form. */
function withReferences<From, To>({ page, ...file }: WithReferences<From>, to: (one: From) => To): WithReferences<To> {
  return page ? { ...file, page: { ...page, references: page.references.map(to) } } : file;
}
