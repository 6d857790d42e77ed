import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rename } from "./rename.ts";
import { stampOf } from "./stamp.ts";
import { digestOf, writeWhole } from "./store.ts";

/** Where an incremental build keeps what it knows. */
interface Place {
  /** Holds the pages. */
  readonly outDir: string;
  /** Holds their keys. */
  readonly folder: string;
}

/** What an incremental build is told of its memory. */
export interface PageMemory extends Place {
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

/** A route's memory on disk: its files, and in the same order the key and the stamp of each as it was written. */
interface CachedRoute {
  readonly code: string;
  readonly files: readonly string[];
  readonly keys: readonly (string | null)[];
  readonly stamps: readonly (string | null)[];
}

/**
 * The candidates made from another key before, or whose file is missing or no longer the one that was written. A route's
 * memory is set aside here, before its first page is written, and comes back by `savePageKeys`: a build that dies
 * half-way leaves nothing to trust.
 */
export function filesToMake<C extends Candidate>(memory: PageMemory, route: string, candidates: readonly C[]): C[] {
  const { folder, outDir } = memory;
  const name = nameOf(route);
  const code = digestOf(memory.code, assetsIn(outDir));
  const before = taken(join(folder, name), code);
  const standing = ({ file, key }: Candidate) => {
    const [known, stamp] = before.get(file) ?? [];
    return key !== undefined && known === key && stamp === stampOf(`${outDir}/${file}`) ? stamp : undefined;
  };
  const stamps = candidates.map((candidate) => standing(candidate) ?? null);
  setAside(folder, name, {
    code,
    files: candidates.map(({ file }) => file),
    keys: candidates.map(({ key }) => key ?? null),
    stamps,
  });
  return candidates.filter((_, index) => stamps[index] === null);
}

/** Forgets what an earlier build left half-done; call before a build. */
export function dropPendingKeys(folder: string): void {
  rmSync(pendingOf(folder), { recursive: true, force: true });
}

/** By path every file that the last build's routes made, with its stamp as it was written, before other programs could change it. */
export function cachedStamps(folder: string): Map<string, string | null> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  // One of an earlier version has no stamps.
  const routes = names.flatMap((name) => parsed(join(folder, name)) ?? []).filter(({ stamps }) => stamps !== undefined);
  return new Map(routes.flatMap(({ files, stamps }) => files.map((file, at) => [file, stamps[at] ?? null])));
}

/**
 * Trusts the pages of a build whose every page was written; `made` says which files were, and whether each may be used
 * again. Returns the files of all routes, from `outDir`.
 */
export function savePageKeys({ folder, outDir }: Place, made: ReadonlyMap<string, boolean>): Set<string> {
  const pending = pendingOf(folder);
  mkdirSync(pending, { recursive: true });
  const stamp = (file: string) => stampOf(`${outDir}/${file}`) ?? null;
  const files = new Set<string>();
  for (const name of readdirSync(pending)) {
    const cached = parsed(join(pending, name));
    if (cached === undefined) continue;
    for (const file of cached.files) files.add(file);
    const keys = cached.keys.map((key, at) => (made.get(cached.files[at] ?? "") === false ? null : key));
    const stamps = cached.stamps.map((known, at) => known ?? stamp(cached.files[at] ?? ""));
    setAside(folder, name, { ...cached, keys, stamps });
  }
  const others = [...made.keys()].filter((file) => !files.has(file));
  setAside(folder, nameOf("others"), { code: "", files: others, keys: [], stamps: others.map(stamp) });
  rmSync(folder, { recursive: true, force: true });
  rename(pending, folder);
  return files.union(new Set(others));
}

/** Has the next build make these files anew. */
export function forgetPages(folder: string, files: readonly string[]): void {
  if (files.length === 0) return;
  const forgotten = new Set(files);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const cached = parsed(join(folder, name));
    if (!cached?.files.some((file) => forgotten.has(file))) continue;
    const keys = cached.keys.map((key, at) => (forgotten.has(cached.files[at] ?? "") ? null : key));
    writeWhole(join(folder, name), JSON.stringify({ ...cached, keys } satisfies CachedRoute));
  }
}

/** Pages name style sheets and pictures of the bundle, whose names go by their bytes. */
function assetsIn(outDir: string): string[] {
  const folder = join(outDir, "assets");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function nameOf(route: string): string {
  return `${digestOf(route)}.json`;
}

function pendingOf(folder: string): string {
  return `${folder}.new`;
}

function setAside(folder: string, name: string, cached: CachedRoute): void {
  mkdirSync(pendingOf(folder), { recursive: true });
  writeFileSync(join(pendingOf(folder), name), JSON.stringify(cached));
}

/** What is known of a file: its key and its stamp. */
type Known = readonly [key: string | null | undefined, stamp: string | null | undefined];

/** Each file's key and stamp by its path; nothing where other code made the files. */
function taken(file: string, code: string): ReadonlyMap<string, Known> {
  const cached = parsed(file);
  rmSync(file, { force: true });
  if (cached?.code !== code) return new Map();
  return new Map(cached.files.map((path, at) => [path, [cached.keys[at], cached.stamps[at]]]));
}

function parsed(file: string): CachedRoute | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as CachedRoute;
  } catch {
    return undefined;
  }
}
