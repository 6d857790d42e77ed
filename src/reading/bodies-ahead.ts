import { coresOf } from "#cores/count.ts";
import { type Job, sharedWork } from "#cores/shared-work.ts";
import { type BodiesPlace, rendererOf } from "./bodies-worker.ts";
import type { ContentReading } from "./content.ts";
import { bodyStore } from "./entry-store.ts";
import type { Linked } from "./links.ts";
import type { Made, Settings, Unrendered } from "./one-body.ts";

interface Work extends Settings {
  readonly reading: ContentReading;
  readonly cacheDir: string;
}

/**
 * What bodies come to by their file, rendered on all cores; none where they are too few to be worth it. Whoever takes one
 * asks whether it still is what it would be made of here: another thread looked up pictures and links for itself.
 */
export async function renderedAhead(
  bodies: readonly Unrendered[],
  work: Work,
  { cores, ...worth } = { cores: coresOf(), batch: 16, perWorker: 400 },
): Promise<ReadonlyMap<string, Made>> {
  const job: Job<Unrendered, Made> = {
    room: "render",
    module: "#reading/bodies-worker.ts",
    data: placeOf(work),
    own: async () => rendererOf(work, { bodies: bodyStore(work.cacheDir) }),
    cores,
    ...worth,
  };
  const { add, ended } = sharedWork(job);
  // Astro's compiler and its own memory of programs stay in one thread.
  for (const one of bodies) if (one.draft.format === "md") add(one);
  return ended();
}

function placeOf({ site, pipeline, cacheDir, reading: { root, drafts, book } }: Work): BodiesPlace {
  const linked = new Map(drafts.map(({ file, path, title }) => [file, { file, path, title }]));
  const of = (one: Linked) => linked.get(one.file) ?? one;
  const byPath = new Map(Array.from(book.byPath, ([path, draft]) => [path, of(draft)]));
  return { site, pipeline, cacheDir, root, drafts: [...linked.values()], byPath };
}
