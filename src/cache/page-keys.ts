import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stampOf } from "./stamp.ts";
import { digestOf, type TextStore, textStore } from "./store.ts";

/** Where an incremental build keeps what it knows, and by which code. */
export interface PageMemory {
  /** Holds the pages. */
  readonly outDir: string;
  /** Holds their keys. */
  readonly folder: string;
  /** Digest of everything but content that shapes a page: code, styles, texts, settings, packages. */
  readonly code: string;
}

/** One file a route can make. */
export interface Candidate {
  /** Path below the output folder: `posts/한글/index.html`. */
  readonly file: string;
  /** Digest of all that the file shows; undefined where that is unknown, so that it is always made anew. */
  readonly key: string | undefined;
}

/** The key and the stamp of a file as it was written; null where it must be made. */
type Known = readonly [file: string, key: string | null, stamp: string | null];

/** What is known of a route's files. */
interface CachedRoute {
  readonly code: string;
  /** The process that wrote this. */
  readonly run: number;
  readonly files: readonly Known[];
}

const run = performance.timeOrigin;
const others = digestOf("others");

/** The candidates made from another key before, or whose file is no longer the one written; they have no stamp until `savePageKeys`, so a build that dies half-way leaves only what stood before. */
export function filesToMake<C extends Candidate>(memory: PageMemory, route: string, candidates: readonly C[]): C[] {
  const { folder, outDir } = memory;
  const store = storeIn(folder);
  const code = digestOf(memory.code, assetsIn(outDir));
  const before = cachedRoute(store, digestOf(route));
  const known = new Map((before?.code === code ? before.files : []).map((one) => [one[0], one]));
  const files = candidates.map(({ file, key = null }): Known => {
    const [, oldKey, stamp] = known.get(file) ?? [];
    const stands = key !== null && oldKey === key && stamp === stampOf(`${outDir}/${file}`);
    return [file, key, (stands && stamp) || null];
  });
  put(store, digestOf(route), { code, run, files });
  return candidates.filter((_, index) => files[index]?.[2] === null);
}

/** By path every file that the last build's routes made, with its stamp as it was written, before other programs could change it. */
export function cachedStamps(folder: string): Map<string, string | null> {
  const store = storeIn(folder);
  const routes = [...store.keys()].flatMap((name) => cachedRoute(store, name) ?? []);
  return new Map(routes.flatMap(({ files }) => files.map(([file, , stamp]) => [file, stamp])));
}

/** Trusts the pages of a build that wrote every page (`made`: which files, and whether each may be used again); returns the files of all routes, from `outDir`. */
export function savePageKeys(
  { folder, outDir }: Omit<PageMemory, "code">,
  made: ReadonlyMap<string, boolean>,
): Set<string> {
  const store = storeIn(folder);
  const written = (file: string, key: string | null, known: string | null = null): Known => {
    return [file, made.get(file) === false ? null : key, known ?? stampOf(`${outDir}/${file}`) ?? null];
  };
  const routes = new Set([others]);
  const files = new Set<string>();
  for (const name of store.keys()) {
    const route = cachedRoute(store, name);
    if (route?.run !== run || name === others) continue;
    routes.add(name);
    for (const [file] of route.files) files.add(file);
    put(store, name, { ...route, files: route.files.map((one) => written(...one)) });
  }
  const left = [...made.keys()].filter((file) => !files.has(file));
  put(store, others, { code: "", run, files: left.map((file) => written(file, null)) });
  store.prune(routes);
  return files.union(new Set(left));
}

/** Has the next build make these files anew. */
export function forgetPages(folder: string, files: readonly string[]): void {
  const store = storeIn(folder);
  const forgotten = new Set(files);
  for (const name of files.length === 0 ? [] : store.keys()) {
    const route = cachedRoute(store, name);
    if (!route?.files.some(([file]) => forgotten.has(file))) continue;
    const kept = route.files.map(([file, key, stamp]): Known => [file, forgotten.has(file) ? null : key, stamp]);
    put(store, name, { ...route, files: kept });
  }
}

/** Pages name style sheets and pictures of the bundle, whose names go by their bytes. */
function assetsIn(outDir: string): string[] {
  const folder = join(outDir, "assets");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function storeIn(folder: string): TextStore {
  return textStore(folder, ".files");
}

function cachedRoute(store: TextStore, name: string): CachedRoute | undefined {
  const text = store.get(name);
  return text === undefined ? undefined : (JSON.parse(text) as CachedRoute);
}

function put(store: TextStore, name: string, route: CachedRoute): void {
  store.put(name, JSON.stringify(route));
}
