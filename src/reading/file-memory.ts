import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { digestOf, openTable } from "#cache/store.ts";
import { stampFrom } from "#cache/stamp.ts";
import type { Site } from "#model/site.ts";

export type FileMemory = ReturnType<typeof fileMemory>;

interface FileMemoryPlace {
  readonly root: string;
  /** Absolute folder for what is kept. */
  readonly cacheDir: string;
  readonly site: Site;
  /** Digest of the code that reads. */
  readonly pipeline: string;
  /**
   * Files written less than this many milliseconds before a run are read again by the next one: another write in the
   * same tick of the disk's clock could have left size and times as they were. By default FAT's 2 s, the longest tick.
   */
  readonly youngMs?: number;
}

interface Remembered {
  readonly stamp: string;
  readonly found: unknown;
}

/** What was found in a site's sources and pictures, kept between runs for every file that did not change; valid for the site's settings and the code that reads. */
export function fileMemory({ root, cacheDir, site, pipeline, youngMs = 2000 }: FileMemoryPlace) {
  const table = openTable<Remembered>(`${cacheDir}/files.jsonl`, digestOf(pipeline, site));
  let asked = new Set<string>();
  let begun = 0;
  return {
    /** Begins a run: what it does not ask for is forgotten. */
    begin: () => {
      asked = new Set();
      // Whoever writes deletes it now and then.
      mkdirSync(cacheDir, { recursive: true });
      begun = clockOf(`${cacheDir}/files.begun`);
    },
    /** What `read` finds in a file: plain data that depends on it alone, and on what the memory is valid for. */
    of: <Found>(path: string, read: () => Found): Found => {
      const stats = statSync(`${root}/${path}`, { bigint: true });
      const stamp = stampFrom(stats);
      const known = table.get(path);
      const isYoung = Math.max(Number(stats.mtimeMs), Number(stats.ctimeMs)) >= begun - youngMs;
      if (!isYoung) asked.add(path);
      if (known?.stamp === stamp) return known.found as Found;
      const found = read();
      if (!isYoung) table.put(path, { stamp, found });
      return found;
    },
    /** Keeps what the run found for the next. */
    save: () => {
      table.prune(asked);
      table.save();
    },
  };
}

/** The present by the clock of the disk, which is what files' times are measured by. */
function clockOf(file: string): number {
  writeFileSync(file, "");
  return statSync(file).mtimeMs;
}
