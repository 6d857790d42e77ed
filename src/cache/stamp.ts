import { type BigIntStats, statSync } from "node:fs";

/** Differs after a file is written or replaced: number, size, modification and change times (the last cannot be set back). */
export function stampFrom({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}-${size}-${mtimeNs}-${ctimeNs}`;
}

/**
 * The same where new links to the file tell nothing. Files of `dist` are links to those of the build before, so that one
 * inode is one file as long as it lives; its birth tells it from a later file that was given the same number. A disk
 * without births has files read instead.
 */
export function linkedStampFrom({ ino, size, mtimeNs, birthtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}-${size}-${mtimeNs}-${birthtimeNs > 0n ? birthtimeNs : ctimeNs}`;
}

/** The stamp of a file as it lies on the disk; undefined where there is none. */
export function stampOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && stampFrom(stats);
}
