import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rename } from "./rename.ts";

/** Where an incremental build keeps what it knows: `outDir` holds the pages, `folder` their keys. */
export interface PageMemory {
  readonly outDir: string;
  readonly folder: string;
  /** Digest of everything but content that shapes a page: code, styles, texts, settings, packages. */
  readonly code: string;
}

/** One file a route can make. */
export interface Candidate {
  /** Path below the output folder: `posts/한글/index.html`. */
  readonly file: string;
  /** Digest of all that the file shows; undefined where that cannot be told, so that it is always made anew. */
  readonly key: string | undefined;
}

/** A route's memory on disk: its files, and the key of each in the same order. */
interface Kept {
  readonly code: string;
  readonly files: readonly string[];
  readonly keys: readonly (string | null)[];
}

/** Hex digest of anything that JSON can hold; equal values in equal order give equal keys. */
export function keyOf(...values: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(values), "hex").slice(0, 32);
}

/**
 * The candidates whose file is missing in `outDir` or was made from another key. A route's memory is set aside here,
 * before its first page is written, and comes back by `keepPageKeys`: a build that dies half-way leaves nothing to trust.
 */
export function filesToMake<C extends Candidate>(memory: PageMemory, route: string, candidates: readonly C[]): C[] {
  const name = `${keyOf(route)}.json`;
  const before = taken(join(memory.folder, name), memory.code);
  const kept: Kept = {
    code: memory.code,
    files: candidates.map(({ file }) => file),
    keys: candidates.map(({ key }) => key ?? null),
  };
  mkdirSync(pendingOf(memory.folder), { recursive: true });
  writeFileSync(join(pendingOf(memory.folder), name), JSON.stringify(kept));
  return candidates.filter(
    ({ file, key }) => key === undefined || before.get(file) !== key || !existsSync(`${memory.outDir}/${file}`),
  );
}

/** Forgets what an earlier build left half-done; call before a build. */
export function dropPendingKeys(folder: string): void {
  rmSync(pendingOf(folder), { recursive: true, force: true });
}

/** Trusts the pages of a build whose every page was written; returns the files its routes make, from `outDir`. */
export function keepPageKeys(folder: string): Set<string> {
  const pending = pendingOf(folder);
  const names = existsSync(pending) ? readdirSync(pending) : [];
  const files = new Set<string>();
  for (const name of names) {
    for (const file of parsed(join(pending, name))?.files ?? []) files.add(file);
    rename(join(pending, name), join(folder, name));
  }
  return files;
}

function pendingOf(folder: string): string {
  return join(folder, "pending");
}

/** Each file's key by its path; nothing where other code made the files. */
function taken(file: string, code: string): ReadonlyMap<string, string | null> {
  const kept = parsed(file);
  rmSync(file, { force: true });
  if (kept?.code !== code) return new Map();
  return new Map(kept.files.map((path, index) => [path, kept.keys[index] ?? null]));
}

function parsed(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Kept;
  } catch {
    return undefined;
  }
}
