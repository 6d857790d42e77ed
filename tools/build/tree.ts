import {
  type BigIntStats,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { stampFrom } from "#cache/stamp.ts";
import { textStore } from "#cache/store.ts";
import { filesIn } from "#tools/prove/site-files.ts";

/** How a file came into the last tree: the stamp of its source, then of the file put there. */
type Put = readonly [source: string, put: string];

/** By path, how each file of the last tree came there; saves reading what has not changed. */
export type TreeRecord = Readonly<Record<string, Put>>;

/** What making a tree needs to know. */
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
  /** What tells that a file has not been written since: `stampFrom` unless given. */
  readonly stamp?: (stats: BigIntStats) => string;
  /** Stamps of all files of `from` by path, where they are known already. */
  readonly sources?: ReadonlyMap<string, string> | undefined;
}

/**
 * Makes `next` of what stands there already, links to what is unchanged in `last`, and copies; unchanged files keep their
 * times. Returns how, and the paths whose bytes are not those of the last tree.
 */
export function makeTree(plan: TreePlan): { readonly record: TreeRecord; readonly changed: readonly string[] } {
  const stamp = (file: string) => (plan.stamp ?? stampFrom)(statSync(file, { bigint: true }));
  const sources = plan.sources ?? new Map(filesIn(plan.from).map((path) => [path, stamp(join(plan.from, path))]));
  const standing = clearLeftovers(plan.next, sources.keys());
  const record: Record<string, Put> = {};
  const changed: string[] = [];
  const made = new Set<string>();
  for (const [path, source] of sources) {
    const target = join(plan.next, path);
    const known = plan.record[path];
    // The record speaks of the last tree's file: an equal stamp here is that same file, linked and never touched.
    if (known?.[0] === source && standing.has(path) && stamp(target) === known[1]) {
      record[path] = known;
      continue;
    }
    const same = isUnchanged(plan, path, source);
    if (!same) changed.push(path);
    if (standing.has(path)) unlinkSync(target);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (same) linkOrCopy(join(plan.last, path), target);
    else copyAnew(plan, path);
    if (stamp(join(plan.from, path)) !== source) throw new Error(`${path} changed after its proof`);
    record[path] = [source, stamp(target)];
  }
  return { record, changed };
}

function isUnchanged({ from, last, record, stamp = stampFrom }: TreePlan, path: string, source: string): boolean {
  const [before, put] = [join(last, path), record[path]];
  const standing = plainFile(before);
  if (standing === undefined) return false;
  if (put !== undefined && put[0] === source && put[1] === stamp(standing)) return true;
  const file = join(from, path);
  return BigInt(statSync(file).size) === standing.size && readFileSync(file).equals(readFileSync(before));
}

/** A changed file is always newer than the one it replaces: some servers answer 304 to any later time. */
function copyAnew(plan: TreePlan, path: string): void {
  const target = join(plan.next, path);
  copyFileSync(join(plan.from, path), target, constants.COPYFILE_FICLONE);
  const before = plainFile(join(plan.last, path))?.mtimeMs ?? 0n;
  const seconds = Math.max(Math.floor(plan.now / 1000), Math.floor(Number(before) / 1000) + 1);
  utimesSync(target, seconds, seconds);
}

/** Undefined also where a file stands in the place of a folder above. */
function plainFile(file: string): BigIntStats | undefined {
  try {
    const standing = lstatSync(file, { bigint: true });
    return standing.isFile() ? standing : undefined;
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

/** Keeps the record of a tree in a folder. */
export function saveRecord(folder: string, record: TreeRecord): void {
  textStore(folder, ".json").put("tree", JSON.stringify(record));
}

/**
 * Takes from a folder, made where it is missing, all but plain files at the paths given; returns those that stand.
 * Links are never followed: one in the place of a folder goes, not what it leads to.
 */
export function clearLeftovers(folder: string, paths: Iterable<string>): Set<string> {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) rmSync(folder, { force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = new Set(paths);
  const folders = foldersOf(wanted);
  const standing = new Set<string>();
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory() && folders.has(`${path}/`)) waiting.push(`${path}/`);
      else if (entry.isFile() && wanted.has(path)) standing.add(path);
      else rmSync(join(folder, path), { recursive: true });
    }
  }
  return standing;
}

/** Every folder that holds one of the paths, with its slash. */
function foldersOf(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
