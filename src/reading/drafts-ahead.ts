import { readFileSync } from "node:fs";
import { stampOf } from "#cache/stamp.ts";
import { coresOf } from "#cores/count.ts";
import { type Doing, sharedWork } from "#cores/shared-work.ts";
import type { ReadingOptions } from "./content.ts";
import { type DraftReading, readDraft } from "./draft.ts";
import type { ContentFile } from "./walk.ts";

/** Plain data. */
type DraftsPlace = Pick<ReadingOptions, "root" | "site">;

/** What was read by file, each with its file's stamp from before. */
export type Early = ReadonlyMap<string, EarlyDraft>;
type EarlyDraft = readonly [stamp: string | undefined, reading: DraftReading];

/** Reads a draft of a repository. */
export function draftAt({ root, site }: DraftsPlace, file: ContentFile): DraftReading {
  return readDraft(file, readFileSync(`${root}/${file.file}`), site);
}

/**
 * Reads drafts with their files' stamps.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker(place: DraftsPlace): Doing<ContentFile, EarlyDraft> {
  const one = (file: ContentFile) =>
    [file.file, [stampOf(`${place.root}/${file.file}`), draftAt(place, file)]] as const;
  return (batch) => new Map(batch.map(one));
}

/** Drafts read on all cores; none where they are too few to be worth it. */
export async function readAhead(
  files: readonly ContentFile[],
  place: DraftsPlace,
  { cores, ...worth } = { cores: coresOf(), batch: 32, perWorker: 2000 },
): Promise<Early> {
  const { add, ended } = sharedWork<ContentFile, EarlyDraft>({
    room: "read",
    module: "#reading/drafts-ahead.ts",
    data: place,
    own: async () => worker(place),
    cores,
    ...worth,
  });
  for (const file of files) add(file);
  return ended();
}
