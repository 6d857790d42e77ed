import {
  type BigIntStats,
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  type Stats,
  statSync,
  unlinkSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { linkedStampFrom, stampFrom } from "#cache/stamp.ts";
import { textStore } from "#cache/store.ts";
import { coresOf } from "#cores/count.ts";
import { type Doing, sharedWork } from "#cores/shared-work.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { clearLeftovers } from "./leftovers.ts";

/** How a file came into the last tree: the stamp of its source, then of the file put there. */
type Put = readonly [source: string, put: string];

/** By path, how each file of the last tree came there; saves reading what has not changed. */
export type TreeRecord = Readonly<Record<string, Put>>;

/** What making a tree needs to know; plain data. */
export interface TreePlan {
  /** The finished files; never linked to, since Astro writes them in place. */
  readonly from: string;
  /** The tree now in place, whether or not it exists. */
  readonly last: string;
  /** The new tree: nothing yet, or any older tree, of which only files that are still right stay. */
  readonly next: string;
  /** How the last tree was made; empty where that is unknown. */
  readonly record: TreeRecord;
  /** Time given to files whose bytes changed, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether the files of `from` are links to those of earlier trees. */
  readonly isLinked?: boolean;
}

interface Placed {
  readonly put: Put;
  /** Whether its bytes are those of the last tree. */
  readonly isSame: boolean;
}

/**
 * Makes `next` of what stands there already, links to what is unchanged in `last`, and copies; unchanged files keep their
 * times. Many files are placed on all cores. Returns how, and the paths whose bytes are not those of the last tree.
 * `sources` are the stamps of all files of `from` by path, where they are known already.
 */
export async function makeTree(
  plan: TreePlan,
  sources: ReadonlyMap<string, string> = new Map(
    filesIn(plan.from).map((path) => [path, stampIn(plan, join(plan.from, path))]),
  ),
): Promise<{ readonly record: TreeRecord; readonly changed: readonly string[] }> {
  process.umask(0o022);
  const standing = clearLeftovers(plan.next, sources.keys());
  serve(plan.next);
  // The record speaks of the last tree's file: an equal stamp here is that same file, linked and never touched.
  const kept = new Map(
    [...sources].flatMap(([path, source]) => {
      const known = plan.record[path];
      if (known?.[0] !== source || !standing.has(path)) return [];
      const stats = statSync(join(plan.next, path), { bigint: true });
      return stampIn(plan, stats) === known[1] && !hidden(stats.mode) ? [[path, known]] : [];
    }),
  );
  for (const path of standing) if (!kept.has(path)) unlinkSync(join(plan.next, path));
  const own = async () => worker(plan);
  const place = { room: "placing", module: "#tools/place/tree.ts", data: plan, own, cores: coresOf() } as const;
  const work = sharedWork<readonly [path: string, source: string], Placed>({ ...place, batch: 64, perWorker: 1000 });
  for (const [path, source] of sources) if (!kept.has(path)) work.add([path, source]);
  const placed = await work.finished();
  const puts = Array.from(sources.keys(), (path) => [path, kept.get(path) ?? placed.get(path)?.put]);
  return {
    record: Object.fromEntries(puts) as TreeRecord,
    changed: [...sources.keys()].filter((path) => placed.get(path)?.isSame === false),
  };
}

/**
 * Puts files, each with the stamp of its source, where none stand in the new tree.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker(plan: TreePlan): Doing<readonly [path: string, source: string], Placed> {
  const folders = new Set<string>();
  const one = (path: string, source: string): Placed => {
    const target = join(plan.next, path);
    const isSame = isUnchanged(plan, path, source);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      serve(folder);
    }
    folders.add(folder);
    if (isSame) linkOrCopy(join(plan.last, path), target);
    else copyAnew(plan, path);
    if (stampIn(plan, join(plan.from, path)) !== source) throw new Error(`${path} changed after its proof`);
    return { put: [source, stampIn(plan, target)], isSame };
  };
  return (batch) => new Map(batch.map(([path, source]) => [path, one(path, source)]));
}

/** What tells that a file has not been written since. */
function stampIn({ isLinked = false }: TreePlan, file: string | BigIntStats): string {
  const stats = typeof file === "string" ? statSync(file, { bigint: true }) : file;
  return isLinked ? linkedStampFrom(stats) : stampFrom(stats);
}

function isUnchanged(plan: TreePlan, path: string, source: string): boolean {
  const [before, put] = [join(plan.last, path), plan.record[path]];
  const standing = plainFile(before);
  if (standing === undefined) return false;
  serve(before, standing);
  if (put !== undefined && put[0] === source && put[1] === stampIn(plan, standing)) return true;
  const file = join(plan.from, path);
  return BigInt(statSync(file).size) === standing.size && readFileSync(file).equals(readFileSync(before));
}

/** A changed file is always newer than the one it replaces: some servers answer 304 to any later time. */
function copyAnew(plan: TreePlan, path: string): void {
  const target = join(plan.next, path);
  copyFileSync(join(plan.from, path), target, constants.COPYFILE_FICLONE);
  serve(target);
  const before = plainFile(join(plan.last, path))?.mtimeMs ?? 0n;
  const seconds = Math.max(Math.floor(plan.now / 1000), Math.floor(Number(before) / 1000) + 1);
  utimesSync(target, seconds, seconds);
}

/** What is missing for a server, which runs as somebody else, to read a file or a folder. */
function hidden(mode: number | bigint): number {
  return (Number(mode) & 0o100 ? 0o55 : 0o44) & ~Number(mode);
}

/** Has a server read what is published, whatever the umask under which it was made; a disk without modes keeps its own. */
export function serve(path: string, { mode }: Pick<BigIntStats, "mode"> | Stats = statSync(path)): void {
  if (hidden(mode) === 0) return;
  try {
    chmodSync(path, Number(mode) | hidden(mode));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  }
}

/** Undefined also where a file stands in the place of a folder above. */
function plainFile(file: string): BigIntStats | undefined {
  try {
    const standing = lstatSync(file, { bigint: true, throwIfNoEntry: false });
    return standing?.isFile() ? standing : undefined;
  } catch {
    return undefined;
  }
}

/** Links a file where the disk can; else copies it with its times. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** The record of the tree that a folder keeps; empty where there is none that is whole. */
export function readRecord(folder: string): TreeRecord {
  return JSON.parse(textStore(folder, ".json").get("tree") ?? "{}") as TreeRecord;
}

export function saveRecord(folder: string, record: TreeRecord): void {
  textStore(folder, ".json").put("tree", JSON.stringify(record));
}
