import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampOf } from "#cache/stamp.ts";
import { coresOf } from "#cores/count.ts";
import { type Doing, sharedWork } from "#cores/shared-work.ts";
import { nowSpending } from "#cores/spent.ts";
import { itemBodies } from "#outputs/feed.ts";
import { feedText } from "#outputs/feed-formats.ts";
import type { UnwrittenFeed } from "#outputs/unwritten-feed.ts";
import { bodyStore } from "#reading/entry-store.ts";
import { sharing } from "#tools/prove/element-facts.ts";
import { batchText, type StampedFacts } from "#tools/prove/facts-cache.ts";
import { builtFile, hasFacts } from "#tools/prove/read-site.ts";

/** What a route answered: the bytes of a file, or a feed that is yet to be written, which `read` does in this thread. */
export type Answer =
  { readonly bytes: Buffer } | { readonly feed: UnwrittenFeed; readonly read: () => Promise<Buffer> };

/** A file of the site as a route made it; its path is below the site's folder. */
interface MadeFile {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly feed?: UnwrittenFeed;
}

/** The most files that wait in memory. */
const mostWaiting = 64;

/** Writes files below a folder on all cores but one, and takes from each what the proof asks while its bytes are at hand. */
export function fileWriter(
  folder: string,
  { cores, cacheDir, ...worth } = { cores: coresOf(), cacheDir: ".seogo", batch: 32, perWorker: 400 },
) {
  const readers = new Map<string, () => Promise<Buffer>>();
  const own = async () => writer(folder, async ({ path }) => readers.get(path)?.());
  const module = "#tools/build/written-files.ts";
  const data = { folder, cacheDir };
  const work = sharedWork<MadeFile, string>({ room: "proof", module, data, own, cores, ...worth });
  return {
    add: (path: string, answer: Answer) => {
      if ("read" in answer) readers.set(path, answer.read);
      work.add("read" in answer ? { path, feed: answer.feed } : { path, bytes: answer.bytes });
    },
    settle: () => work.settle(mostWaiting),
    /** What was taken of the files that are other than before, as texts of some files each, when all are written. */
    finished: async (): Promise<readonly string[]> => [...(await work.finished()).values()],
  };
}

/**
 * Writes files, feeds with the bodies in the store; rejects where one is damaged, which the thread that renders mends.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker({ folder, cacheDir }: { folder: string; cacheDir: string }): Doing<MadeFile, string> {
  const store = bodyStore(cacheDir);
  const bodyOf = itemBodies(async ({ digest, url }) => {
    const html = store.get(digest);
    if (html === undefined) throw new Error(`${url}: no body`);
    return html;
  });
  return writer(folder, async ({ feed }) => feed && Buffer.from(await feedText(feed.format, feed.feed, bodyOf)));
}

/** Writes files but for those that hold the same bytes already; `written` gives the bytes of feeds. */
function writer(folder: string, written: (file: MadeFile) => Promise<Uint8Array | undefined>): Doing<MadeFile, string> {
  const share = sharing();
  const folders = new Set<string>();
  return async (batch) => {
    const found: StampedFacts = new Map();
    for (const made of batch) {
      if (made.feed) nowSpending("feeds");
      const { path, bytes = (await written(made)) ?? Buffer.alloc(0) } = made;
      nowSpending("proof");
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
