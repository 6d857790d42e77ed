import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { filesIn, stampOf } from "#guards/read-site.ts";

/** A file as it was put into the last tree: the stamp of its source, then size and time of the file put there. */
type Put = readonly [source: string, size: number, mtimeMs: number];

/** By path, how each file of the last tree came there; saves reading what has not changed. */
export type TreeRecord = Readonly<Record<string, Put>>;

/** What making a tree needs to know. */
export interface TreePlan {
  /** The finished files; never linked to, since Astro writes them in place. */
  readonly from: string;
  /** The tree now in place, whether or not it exists. */
  readonly last: string;
  /** The new tree; made afresh. */
  readonly next: string;
  /** How the last tree was made; empty where that is unknown. */
  readonly record: TreeRecord;
  /** Time given to files whose bytes changed, in milliseconds since the epoch. */
  readonly now: number;
  /** What tells that a source has not been written since: `stampOf` unless given. */
  readonly stamp?: (file: string) => string;
}

/** What came of it. */
export interface MadeTree {
  readonly record: TreeRecord;
  /** Paths whose bytes are not those of the last tree. */
  readonly changed: readonly string[];
}

/** Makes `next` of links to what is unchanged in `last` and copies of the rest; unchanged files keep their times. */
export function makeTree(plan: TreePlan): MadeTree {
  rmSync(plan.next, { recursive: true, force: true });
  mkdirSync(plan.next, { recursive: true });
  const made = new Set<string>([plan.next]);
  const record: Record<string, Put> = {};
  const changed: string[] = [];
  for (const path of filesIn(plan.from)) {
    const folder = dirname(join(plan.next, path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const stamp = (plan.stamp ?? stampOf)(join(plan.from, path));
    const same = isUnchanged(plan, path, stamp);
    if (same) linkOrCopy(join(plan.last, path), join(plan.next, path));
    else copyAnew(plan, path);
    if (!same) changed.push(path);
    const { size, mtimeMs } = statSync(join(plan.next, path));
    record[path] = [stamp, size, mtimeMs];
  }
  return { record, changed };
}

function isUnchanged(plan: TreePlan, path: string, stamp: string): boolean {
  const now = statSync(join(plan.last, path), { throwIfNoEntry: false });
  if (now === undefined || !now.isFile()) return false;
  const put = plan.record[path];
  if (put !== undefined && put[0] === stamp && put[1] === now.size && put[2] === now.mtimeMs) return true;
  const source = join(plan.from, path);
  return statSync(source).size === now.size && readFileSync(source).equals(readFileSync(join(plan.last, path)));
}

/** A changed file is always newer than the one it replaces: some servers answer 304 to any later time. */
function copyAnew(plan: TreePlan, path: string): void {
  const target = join(plan.next, path);
  copyFileSync(join(plan.from, path), target, constants.COPYFILE_FICLONE);
  const before = statSync(join(plan.last, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const seconds = Math.max(Math.floor(plan.now / 1000), Math.floor(before / 1000) + 1);
  utimesSync(target, seconds, seconds);
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

/** The record kept in a file; empty where there is none that can be read. */
export function readRecord(file: string): TreeRecord {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as TreeRecord;
  } catch {
    return {};
  }
}
