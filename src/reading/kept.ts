import { readFileSync } from "node:fs";
import { byCodePoint } from "../model/order.ts";
import type { Entry } from "../model/post.ts";
import { writeWhole } from "./bodies.ts";
import type { BodyFacts } from "./body-facts.ts";
import type { Asked } from "./lookups.ts";
import { type MdxAnswers, mdxAnswersFile } from "./mdx-options.ts";

/** What one body gave the last time, and the questions it asked. */
export interface Kept {
  readonly asked: Asked;
  readonly digest: string;
  readonly facts: BodyFacts;
}

/** What a run leaves for the next, for the build and for the guards. */
export interface Leftovers {
  /** Digest of the code that rendered. */
  readonly pipeline: string;
  readonly kept: Readonly<Record<string, Kept>>;
  readonly entries: readonly Entry[];
  readonly mdx: Readonly<Record<string, MdxAnswers>>;
}

/** What the last run kept by source key; nothing where other code made it or it cannot be read. */
export function keptBefore(cacheDir: string, pipeline: string): Readonly<Record<string, Kept>> {
  try {
    const before = JSON.parse(readFileSync(`${cacheDir}/kept.json`, "utf8")) as Pick<Leftovers, "pipeline" | "kept">;
    return before.pipeline === pipeline ? before.kept : {};
  } catch {
    return {};
  }
}

/** All entries of the last run in which nothing was wrong; throws before the first. */
export function readEntries(cacheDir: string): Entry[] {
  return JSON.parse(readFileSync(`${cacheDir}/entries.json`, "utf8")) as Entry[];
}

/** Writes `kept.json`, `mdx.json` and `entries.json` (all entries, drafts too, by kind and id in code point order). */
export function keep(cacheDir: string, { pipeline, kept, entries, mdx }: Leftovers): void {
  const sorted = entries.toSorted((a, b) => byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id));
  writeWhole(`${cacheDir}/kept.json`, JSON.stringify({ pipeline, kept }));
  writeWhole(`${cacheDir}/${mdxAnswersFile}`, JSON.stringify(mdx));
  writeWhole(`${cacheDir}/entries.json`, JSON.stringify(sorted));
}
