import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeVersion } from "#cache/version.ts";
import { once } from "#model/once.ts";
import type { BuiltFile } from "./built-site.ts";
import type { PageFacts } from "./page-facts.ts";
import type { Reference, Sharing } from "./references.ts";

const name = "facts";

/** Begins every seal: facts that other code took from a file may mean something else. */
const seal = once(() => createHash("sha256").update(codeVersion(join(import.meta.dirname, "../.."), "proof")));

/** The file is written anew when it has this many times the rows that still count. */
const mostRows = 1.5;

/** Facts by path, each with the stamp of the file they were taken from. */
export type StampedFacts = Map<string, readonly [stamp: string, file: BuiltFile]>;

/** What is kept of earlier builds. */
export interface CachedFacts {
  readonly facts: StampedFacts;
  /** How many rows tell it, those that later ones replace counted; undefined where the file must be written anew. */
  readonly rows: number | undefined;
}

/** A file's facts with its page's references by number. */
type StoredFile = Omit<BuiltFile, "page"> & {
  page?: Omit<PageFacts, "references"> & { references: readonly number[] };
};

/** One line of the file: what one build found anew, whole in itself. */
interface Batch {
  /** Every reference once, pages share most of theirs: `link /posts/가/`. */
  readonly references: readonly string[];
  readonly files: readonly (readonly [path: string, stamp: string, file: StoredFile])[];
  readonly gone: readonly string[];
}

/** The facts kept in a folder, up to the first line that is damaged or of another version. */
export function cachedFacts(folder: string, share: Sharing): CachedFacts {
  const facts: StampedFacts = new Map();
  let rows = 0;
  for (const batch of batchesOf(join(folder, name))) {
    if (batch === undefined) return { facts, rows: undefined };
    const references = batch.references.map((written) => referenceOf(written, share));
    for (const [path, stamp, file] of batch.files) facts.set(path, [stamp, restored(file, references)]);
    for (const path of batch.gone) facts.delete(path);
    rows += batch.files.length + batch.gone.length;
  }
  return { facts, rows: rows === 0 ? undefined : rows };
}

/** What has changed since facts were kept last. */
export interface Changed {
  readonly rows: number | undefined;
  /** Paths whose facts are new or gone. */
  readonly paths: ReadonlySet<string>;
}

/** Keeps facts: what has changed in a new line, or everything anew where too many lines no longer count. */
export function saveFacts(folder: string, facts: StampedFacts, { rows, paths }: Changed): void {
  const file = join(folder, name);
  if (rows !== undefined && rows + paths.size <= facts.size * mostRows) {
    const gone = [...paths].filter((path) => !facts.has(path));
    appendFileSync(file, lineOf(facts, paths, gone));
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, lineOf(facts, facts.keys(), []));
  renameSync(`${file}.new`, file);
}

function lineOf(facts: StampedFacts, paths: Iterable<string>, gone: readonly string[]): string {
  const numbers = new Map<Reference, number>();
  const files: Batch["files"][number][] = [];
  for (const path of paths) {
    const known = facts.get(path);
    if (known !== undefined) files.push([path, known[0], stored(known[1], numbers)]);
  }
  const references = [...numbers.keys()].map(({ kind, address }) => `${kind} ${address}`);
  const body = JSON.stringify({ references, files, gone } satisfies Batch);
  return `${sealOf(body)} ${body}\n`;
}

function stored({ page, ...file }: BuiltFile, numbers: Map<Reference, number>): StoredFile {
  if (page === undefined) return file;
  const references = page.references.map((reference) => {
    const number = numbers.get(reference) ?? numbers.size;
    numbers.set(reference, number);
    return number;
  });
  return { ...file, page: { ...page, references } };
}

function restored({ page, ...file }: StoredFile, references: readonly Reference[]): BuiltFile {
  if (page === undefined) return file;
  return { ...file, page: { ...page, references: page.references.map((number) => references[number] as Reference) } };
}

function referenceOf(written: string, share: Sharing): Reference {
  const end = written.indexOf(" ");
  return share(written.slice(0, end) as Reference["kind"], written.slice(end + 1));
}

/** The lines of the file; undefined in the place of the first that cannot be trusted. */
function* batchesOf(file: string): Generator<Batch | undefined> {
  const bytes = bytesOf(file);
  for (let at = 0; at < bytes.length;) {
    const [blank, end] = [bytes.indexOf(" ", at), bytes.indexOf("\n", at)];
    const body = bytes.subarray(blank + 1, end < 0 ? bytes.length : end);
    const isWhole = blank > 0 && end > blank && sealOf(body) === bytes.toString("latin1", at, blank);
    yield isWhole ? (JSON.parse(body.toString()) as Batch) : undefined;
    if (!isWhole) return;
    at = end + 1;
  }
}

function sealOf(body: string | Uint8Array): string {
  return seal().copy().update(body).digest("hex");
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
