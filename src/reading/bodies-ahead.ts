import { coresOf } from "#cores/count.ts";
import { type Doing, type Job, sharedWork } from "#cores/shared-work.ts";
import { type ContentReading, homeOf } from "./content.ts";
import { bodyIn } from "./draft-body.ts";
import { bodyStore } from "./entry-store.ts";
import { folderIndex } from "./folder-index.ts";
import { type Linked, linkFinder } from "./links.ts";
import type { Looking } from "./lookups.ts";
import { type Made, renderedBody, type Settings, type Unrendered } from "./one-body.ts";
import { pictureFinder } from "./pictures.ts";

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
    module: "#reading/bodies-ahead.ts",
    data: placeOf(work),
    own: async () => rendererOf(work),
    cores,
    ...worth,
  };
  const { add, ended } = sharedWork(job);
  // Astro's compiler and its own memory of programs stay in one thread.
  for (const one of bodies) if (one.draft.format === "md") add(one);
  return ended();
}

/** What a worker begins with: plain data, of drafts what links ask for. */
function placeOf({ site, pipeline, cacheDir, reading: { root, drafts, book } }: Work) {
  const linked = new Map<string, Linked>(drafts.map(({ file, path, title }) => [file, { file, path, title }]));
  const byPath = new Map(Array.from(book.byPath, ([path, { file }]) => [path, linked.get(file) as Linked]));
  return { site, pipeline, cacheDir, root, drafts: [...linked.values()], byPath };
}

/**
 * Renders bodies into the store with look-ups of its own.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker({ root, drafts, byPath, ...work }: ReturnType<typeof placeOf>): Doing<Unrendered, Made> {
  const { site } = work;
  const pictures = pictureFinder({ root, index: folderIndex(root), home: homeOf(site) });
  const links = linkFinder(drafts, byPath, site);
  return rendererOf({ ...work, reading: { pictures, links, body: ({ file }) => bodyIn(root, file) } });
}

/** Renders bodies into a store; those that cannot be rendered are left out. */
function rendererOf(work: Settings & { cacheDir: string; reading: Looking }): Doing<Unrendered, Made> {
  const store = { bodies: bodyStore(work.cacheDir) };
  return async (batch) => {
    const found = new Map<string, Made>();
    for (const one of batch) {
      const made = await renderedBody({ ...one, work, store });
      if (!("code" in made)) found.set(one.draft.file, made);
    }
    return found;
  };
}
