import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { Site } from "#model/site.ts";
import type { ReadingMemory } from "./content.ts";
import { fileMemory } from "./file-memory.ts";

interface MemoryPlace {
  readonly root: string;
  readonly site: Site;
  readonly cacheDir: string;
}

/** The memories of a site's reading, valid for its settings, the code that reads (its digest is `pipeline`) and the runtime. */
export function readingMemory({ root, site, cacheDir }: MemoryPlace, pipeline: string): ReadingMemory {
  mkdirSync(cacheDir, { recursive: true });
  const { node, icu, tz, unicode } = process.versions;
  const validFor = createHash("sha256")
    .update(JSON.stringify([pipeline, site, node, icu, tz, unicode]))
    .digest("hex");
  const memory = (name: string) => fileMemory({ root, cacheDir, name, validFor });
  return { sources: memory("sources"), pictures: memory("found-pictures") };
}
