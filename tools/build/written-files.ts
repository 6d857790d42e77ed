import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampOf } from "#cache/stamp.ts";
import { coresOf } from "#cores/count.ts";
import { type Doing, sharedWork } from "#cores/shared-work.ts";
import { sharing } from "#tools/prove/element-facts.ts";
import { batchText, type StampedFacts } from "#tools/prove/facts-cache.ts";
import { builtFile, hasFacts } from "#tools/prove/read-site.ts";

/** A file of the site as a route made it; its path is below the site's folder. */
interface MadeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** So many files wait in memory at most. */
const mostWaiting = 64;

/**
 * Writes files below a folder, and takes from each what the proof asks of it while its bytes are at hand; with many
 * files on all cores but the one that makes the pages.
 */
export function fileWriter(folder: string, { cores, ...worth } = { cores: coresOf(), batch: 32, perWorker: 400 }) {
  const own = async () => worker(folder);
  const module = "#tools/build/written-files.ts";
  const work = sharedWork<MadeFile, string>({ room: "proof", module, data: folder, own, cores, ...worth });
  return {
    add: work.add,
    /** Waits until few enough files are left to be written. */
    settle: () => work.settle(mostWaiting),
    /** What was taken of the files that are other than before, as texts of some files each, when all are written. */
    finished: async (): Promise<readonly string[]> => [...(await work.finished()).values()],
  };
}

/**
 * Writes files but for those that hold the same bytes already.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker(folder: string): Doing<MadeFile, string> {
  const share = sharing();
  const folders = new Set<string>();
  return (batch) => {
    const found: StampedFacts = new Map();
    for (const { path, bytes } of batch) {
      const file = join(folder, path);
      const parent = dirname(file);
      const isNew = !folders.has(parent) && mkdirSync(parent, { recursive: true }) !== undefined;
      folders.add(parent);
      if (!isNew && existsSync(file) && readFileSync(file).equals(bytes)) continue;
      writeFileSync(file, bytes);
      if (hasFacts(path)) found.set(path, [stampOf(file) ?? "", builtFile(path, bytes, share)]);
    }
    const [first] = found.keys();
    return new Map(first === undefined ? [] : [[first, batchText(found)]]);
  };
}
