import { sharedWork, type SharedWork } from "#cores/shared-work.ts";
import type { FactsOfFile } from "./facts-cache.ts";

/** Reads files of a site on other cores while it is still being made: each is added at its path below the folder, with its stamp from before. */
export type ReadAhead = SharedWork<string, FactsOfFile>;

/** Reads ahead in a folder on all cores but the one that makes the pages. */
export function readAhead(folder: string, cores: number, worth = { batch: 32, perWorker: 400 }): ReadAhead {
  const own = async () => (await import("./read-site.ts")).worker(folder);
  return sharedWork({ room: "proof", module: "#tools/prove/read-site.ts", data: folder, own, cores, ...worth });
}
