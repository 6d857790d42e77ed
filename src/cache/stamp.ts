import { type BigIntStats, statSync } from "node:fs";

/** Differs after a file is written or replaced: number, size, modification and change times (the last cannot be set back). */
export function stampFrom({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}-${size}-${mtimeNs}-${ctimeNs}`;
}

/**
 * A stamp that new links to the file leave as it is. Files of `dist` are links to those of the build before, so one inode
 * is one file as long as it lives; its time of birth tells it from a later file with the same number. Where the disk
 * keeps no such time, the time of change stands in its place, and the file is read again.
 */
export function linkedStampFrom({ ino, size, mtimeNs, birthtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}-${size}-${mtimeNs}-${birthtimeNs > 0n ? birthtimeNs : ctimeNs}`;
}

/** The stamp of a file as it lies on the disk; undefined where there is none. */
export function stampOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && stampFrom(stats);
}
