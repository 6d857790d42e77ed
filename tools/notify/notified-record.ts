import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { MapLine } from "#outputs/map-file.ts";

/** The map that engines last heard of, kept from before an upload until they were told. */
export interface NotifiedRecord {
  readonly read: () => readonly MapLine[] | undefined;
  readonly write: (lines: readonly MapLine[]) => void;
  readonly clear: () => void;
}

/** The record in a file. */
export function notifiedRecord(file: string): NotifiedRecord {
  return {
    read: () => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as MapLine[]) : undefined),
    write: (lines) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(lines));
    },
    clear: () => rmSync(file, { force: true }),
  };
}
