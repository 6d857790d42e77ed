import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { putInPlace } from "./swap.ts";
import { makeTree, readRecord } from "./tree.ts";

/** Where a finished site goes, and what is remembered of how it got there. */
export interface Placement {
  /** The finished, proven files. */
  readonly from: string;
  /** The folder to replace whole. */
  readonly place: string;
  /** Folder for the record; the new tree grows beside `place`, on the same disk. */
  readonly work: string;
  /** Time given to changed files, in milliseconds since the epoch. */
  readonly now: number;
}

/** Replaces `place` by the files of `from`, whole or not at all; returns the paths that changed. */
export function replaceTree({ from, place, work, now }: Placement): readonly string[] {
  const next = `${place}.next`;
  const recordFile = join(work, "tree.json");
  try {
    const { record, changed } = makeTree({ from, last: place, next, record: readRecord(recordFile), now });
    putInPlace(next, place);
    writeFileSync(`${recordFile}.new`, JSON.stringify(record));
    renameSync(`${recordFile}.new`, recordFile);
    return changed;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}
