import { readFileSync } from "node:fs";
import { stampOf } from "#cache/stamp.ts";
import { coresOf } from "#cores/count.ts";
import { type Doing, type Job, sharedWork } from "#cores/shared-work.ts";
import type { Site } from "#model/site.ts";
import { type DraftReading, readDraft } from "./draft.ts";
import type { ContentFile } from "./walk.ts";
import { zoneOf } from "./zone.ts";

/** Plain data. */
interface DraftsPlace {
  readonly root: string;
  readonly site: Site;
}

/** What was read by file, each with its file's stamp from before. */
export type Early = ReadonlyMap<string, EarlyDraft>;
type EarlyDraft = readonly [stamp: string | undefined, reading: DraftReading];

/** Reads the drafts of a repository. */
export function draftReader({ root, site }: DraftsPlace): (file: ContentFile) => DraftReading {
  const settings = { site, zone: zoneOf(site.timeZone) };
  return (file) => readDraft(file, readFileSync(`${root}/${file.file}`), settings);
}

/**
 * Reads drafts with their files' stamps.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker(place: DraftsPlace): Doing<ContentFile, EarlyDraft> {
  const read = draftReader(place);
  const one = (file: ContentFile) => [file.file, [stampOf(`${place.root}/${file.file}`), read(file)]] as const;
  return (batch) => new Map(batch.map(one));
}

/** Drafts read on all cores; none where they are too few to be worth it. */
export async function readAhead(
  files: readonly ContentFile[],
  place: DraftsPlace,
  { cores, ...worth } = { cores: coresOf(), batch: 32, perWorker: 2000 },
): Promise<Early> {
  const job: Job<ContentFile, EarlyDraft> = {
    room: "read",
    module: "#reading/drafts-ahead.ts",
    data: place,
    own: async () => worker(place),
    cores,
    ...worth,
  };
  const { add, ended } = sharedWork(job);
  for (const file of files) add(file);
  return ended();
}
