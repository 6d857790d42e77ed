import { statSync, writeFileSync } from "node:fs";
import { readWhole, writeWhole } from "./whole-file.ts";

/** What was found in files, kept between runs and taken again for every file that did not change since. */
export interface FileMemory {
  /** Begins a run: what it does not ask for is forgotten. */
  readonly begin: () => void;
  /** What `read` finds in the file at a path from the root; it must be plain data, and depend on nothing but the file and what the memory is valid for. */
  readonly of: <Found>(file: string, read: () => Found) => Found;
  /** Keeps what the run found for the next. */
  readonly save: () => void;
}

export interface FileMemoryPlace {
  readonly root: string;
  /** Absolute folder for what is kept. */
  readonly cacheDir: string;
  readonly name: string;
  /** Digest of all but the files that what was found depends on: under another one nothing is taken again. */
  readonly validFor: string;
  /**
   * Files written less than this many milliseconds before a run are read again by the next one: another write in the
   * same tick of the disk's clock could have left size and times as they were. By default FAT's 2 s, the longest tick.
   */
  readonly youngMs?: number;
}

interface Remembered {
  readonly stamp: string;
  readonly found: unknown;
  /** As it stands in the file: what did not change is not put into words again. */
  readonly line: string;
}

/** A memory in `<cacheDir>/<name>.jsonl`, a line for each file; empty where that is missing, damaged or valid for something else. */
export function fileMemory(place: FileMemoryPlace): FileMemory {
  const file = `${place.cacheDir}/${place.name}.jsonl`;
  let before = rememberedIn(file, place.validFor);
  let now = new Map<string, Remembered>();
  let begun = 0;
  let changed = false;
  return {
    begin: () => {
      if (now.size > 0) before = now;
      now = new Map();
      begun = clockOf(`${file}.begun`);
      changed = false;
    },
    of: <Found>(path: string, read: () => Found): Found => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(`${place.root}/${path}`);
      const stamp = `${String(size)},${String(mtimeMs)},${String(ctimeMs)},${String(ino)}`;
      const known = before.get(path);
      const same = known?.stamp === stamp;
      const found = same ? known.found : read();
      changed ||= !same;
      if (Math.max(mtimeMs, ctimeMs) < begun - (place.youngMs ?? 2000))
        now.set(path, same ? known : { stamp, found, line: JSON.stringify([path, stamp, found]) });
      return found as Found;
    },
    save: () => {
      if (!changed && now.size === before.size) return;
      const lines = Array.from(now.values(), ({ line }) => line);
      writeWhole(file, `${[place.validFor, ...lines].join("\n")}\n`);
    },
  };
}

/** The present by the clock of the disk, which is what files' times are measured by. */
function clockOf(file: string): number {
  writeFileSync(file, "");
  return statSync(file).mtimeMs;
}

function rememberedIn(file: string, validFor: string): Map<string, Remembered> {
  try {
    const [head, ...lines] = readWhole(file).trimEnd().split("\n");
    if (head !== validFor) return new Map();
    return new Map(
      lines.map((line) => {
        const [path, stamp, found] = JSON.parse(line) as [string, string, unknown];
        return [path, { stamp, found, line }];
      }),
    );
  } catch {
    return new Map();
  }
}
