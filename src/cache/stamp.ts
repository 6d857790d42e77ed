import { type BigIntStats, statSync } from "node:fs";

/** Differs after a file is written or replaced: number, size, modification and change times (the last cannot be set back). */
export function stampFrom({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${ino}-${size}-${mtimeNs}-${ctimeNs}`;
}

/** The stamp of a file as it lies on the disk; undefined where there is none. */
export function stampOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && stampFrom(stats);
}
