import { accessSync, constants, existsSync, lstatSync, rmSync } from "node:fs";
import { join } from "node:path";
import { rename } from "#cache/rename.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { makeTree, readRecord, saveRecord } from "./tree.ts";

/** Where a finished site goes, and what is remembered of how it got there. */
export interface Placement {
  /** The finished, proven files. */
  readonly from: string;
  /** The folder to replace whole. */
  readonly place: string;
  /** Folder for the record and for the tree that stood before the last; the new one grows beside `place`. */
  readonly work: string;
  /** Time given to changed files, in milliseconds since the epoch. */
  readonly now: number;
  /** Stamps of all files of `from` by path, where the proof has given them. */
  readonly sources?: ReadonlyMap<string, string> | undefined;
}

/**
 * Replaces `place` by the files of `from`, whole or not at all; returns the paths that changed. The tree that stood
 * before the last is brought up to date and changes places with it, so that the cost is that of what changed.
 */
export async function replaceTree({ from, place, work, now, sources }: Placement): Promise<readonly string[]> {
  const [next, last, spare] = [`${place}.next`, `${place}.last`, join(work, "spare")];
  recover(place);
  // What could be renamed, but not moved away, would stop this when the new one stands there.
  if (existsSync(place)) accessSync(place, constants.W_OK);
  try {
    // What a killed build left beside the place is as good a beginning as the spare: each of its files is checked.
    moveFirst([last, spare], next);
    const { record, changed } = await makeTree({ from, last: place, next, record: readRecord(work), now }, sources);
    // Between two renames the old one stands there.
    if (existsSync(place)) rename(place, last);
    rename(next, place);
    moveFirst([last], spare);
    saveRecord(work, record);
    return changed;
  } finally {
    recover(place);
    rmSync(next, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Moves the first of some trees that stands, and removes the others. */
function moveFirst(trees: readonly string[], to: string): void {
  for (const tree of trees) {
    if (!existsSync(tree)) continue;
    try {
      if (!existsSync(to)) rename(tree, to);
    } catch {
      // Another disk: the new tree is made of links instead.
    }
    rmSync(tree, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Fixes what a process killed between the two renames left: the old folder goes back to its place. Throws a Failure where a link stands: whoever looks behind it would never see the new site. */
export function recover(place: string): void {
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Failure([errorOf("place-linked", { folder: place })]);
  const last = `${place}.last`;
  if (existsSync(last) && !existsSync(place)) rename(last, place);
}
