import type { Doing } from "#cores/shared-work.ts";
import { bodyIn } from "./draft-body.ts";
import { bodyStore, type EntryStore } from "./entry-store.ts";
import { folderIndex } from "./folder-index.ts";
import { type ContentReading, homeOf } from "./content.ts";
import { type Linked, linkFinder } from "./links.ts";
import { lookups } from "./lookups.ts";
import { type Made, renderedBody, type Settings, type Unrendered } from "./one-body.ts";
import { pictureFinder } from "./pictures.ts";

/** What a worker begins with: plain data. */
export interface BodiesPlace extends Settings {
  readonly root: string;
  readonly cacheDir: string;
  /** Whatever a link may lead to. */
  readonly drafts: readonly Linked[];
  readonly byPath: ReadonlyMap<string, Linked>;
}

/**
 * Renders bodies into the store with look-ups of its own.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker({ root, cacheDir, drafts, byPath, ...settings }: BodiesPlace): Doing<Unrendered, Made> {
  const { site } = settings;
  const pictures = pictureFinder({ root, index: folderIndex(root), home: homeOf(site) });
  const links = linkFinder(drafts, byPath, site);
  const reading = { pictures, links, body: ({ file }: Linked) => bodyIn(root, file) };
  return rendererOf({ ...settings, reading }, { bodies: bodyStore(cacheDir) });
}

interface RendererWork extends Settings {
  readonly reading: Pick<ContentReading, "pictures" | "links" | "body">;
}

/** Renders bodies into a store; those that cannot be rendered are left out. */
export function rendererOf(work: RendererWork, store: Pick<EntryStore, "bodies">): Doing<Unrendered, Made> {
  return async (batch) => {
    const found = new Map<string, Made>();
    for (const one of batch) {
      const made = await renderedBody({ ...one, ask: lookups(one.draft, work.reading), work, store });
      if (!("code" in made)) found.set(one.draft.file, made);
    }
    return found;
  };
}
