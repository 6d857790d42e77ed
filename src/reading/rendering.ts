import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { renderBody } from "../markdown/render.ts";
import type { BodyOptions, RenderedBody } from "../markdown/rendered.ts";
import { basePath } from "../model/address.ts";
import type { Entry } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { type BodyStore, bodyStore } from "./bodies.ts";
import { type BodyFacts, factsOf } from "./body-facts.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { digestOf } from "./draft-body.ts";
import type { EntryHead } from "./entry-head.ts";
import { keep, type Kept, keptBefore } from "./kept.ts";
import { type Lookups, lookups } from "./lookups.ts";
import type { MdxAnswers } from "./mdx-options.ts";
import { type Problem, sortedProblems } from "./problems.ts";

interface Work {
  readonly reading: ContentReading;
  readonly site: Site;
  readonly cacheDir: string;
  /** Digest of the code that renders. */
  readonly pipeline: string;
  /** Whether to remove bodies that no entry has any more. */
  readonly prune: boolean;
}

/** All entries whole, with what is doubtful in their bodies. */
export interface Rendering {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Renders every body that changed since the last time, keeps the rest, and writes what the next run and the build need (where nothing is wrong). */
export async function renderEntries(work: Work): Promise<Rendering> {
  const store = bodyStore(work.cacheDir);
  const stored = store.digests();
  const before = keptBefore(work.cacheDir, work.pipeline);
  const after: Record<string, Kept> = {};
  const mdx: Record<string, MdxAnswers> = {};
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [index, draft] of work.reading.drafts.entries()) {
    const head = work.reading.entries[index];
    if (!head) continue;
    const key = sourceKey(draft, head, work);
    const ask = lookups(draft, work.reading);
    const known = before[key];
    const fresh = known && stored.has(known.digest) && hash([key, ask.answers(known.asked)]) === known.digest;
    const made = fresh ? { key, kept: known } : await rendered({ draft, head, ask, work, store });
    if ("code" in made) {
      problems.push(made);
      continue;
    }
    const { kept } = made;
    after[made.key] = kept;
    if (draft.format === "mdx") mdx[draft.file] = { settings: settingsOf(draft, work.site), ...ask.found(kept.asked) };
    const { warnings, ...facts } = kept.facts;
    entries.push({ ...head, ...facts, digest: kept.digest });
    problems.push(...ask.problems(kept.asked), ...bodyProblems(draft, warnings, ask.similar(kept.asked)));
  }
  if (![...work.reading.problems, ...problems].some(({ severity }) => severity === "error")) {
    keep(work.cacheDir, { pipeline: work.pipeline, kept: after, entries, mdx });
    if (work.prune) store.prune(new Set(Object.values(after).map(({ digest }) => digest)));
  }
  return { entries, problems: sortedProblems(problems) };
}

interface OneBody {
  readonly draft: Draft;
  readonly head: EntryHead;
  readonly ask: Lookups;
  readonly work: Work;
  readonly store: BodyStore;
}

async function rendered({ draft, head, ask, work, store }: OneBody): Promise<{ key: string; kept: Kept } | Problem> {
  const { asked, picture, link } = ask.recorded();
  const { ellipsis, language } = work.site;
  const options = { ...settingsOf(draft, work.site), ellipsis, language, base: basePath(work.site), picture, link };
  const source = work.reading.body(draft);
  const body = draft.format === "mdx" ? await mdxBody(draft, source, options) : await renderBody(source, options);
  if ("code" in body) return body;
  // The file may have changed since its head was read: what is kept goes by the body that was rendered.
  const key = sourceKey({ ...draft, bodyDigest: digestOf(source) }, head, work);
  const digest = hash([key, ask.answers(asked)]);
  store.write(digest, body.html);
  // The parser's own memory is given back only between turns of the event loop: 0.3 GB at 10,000 posts.
  await nextTurn();
  return { key, kept: { asked, digest, facts: factsOf(head, body) } };
}

/** What lists ask of an MDX body; its HTML is Astro's to make. */
async function mdxBody(draft: Draft, source: string, options: BodyOptions): Promise<RenderedBody | Problem> {
  const { readMdxBody } = await import("../markdown/mdx.ts");
  try {
    return await readMdxBody(source, options);
  } catch (error) {
    const [, line = "1", column = "1", message = ""] =
      /^(?:(\d+):(\d+): )?(.*)$/su.exec(error instanceof Error ? error.message : String(error)) ?? [];
    const place = { line: Number(line) + draft.bodyLine - 1, column: Number(column) };
    return {
      severity: "error",
      file: draft.file,
      ...place,
      field: "본문",
      code: "mdx-unreadable",
      values: { message },
    };
  }
}

function settingsOf({ fields }: Draft, site: Site): MdxAnswers["settings"] {
  return {
    lineBreaks: fields.lineBreaks ?? site.lineBreaks,
    quotes: fields.quotes ?? site.quotes,
    math: fields.math ?? site.math,
  };
}

function sourceKey(draft: Draft, head: EntryHead, { site, pipeline }: Work): string {
  const { ellipsis, language } = site;
  const settings = { ...settingsOf(draft, site), ellipsis, language, base: basePath(site) };
  const shown = [head.title, head.description ?? "", head.tags];
  return hash([pipeline, settings, draft.file.normalize("NFC"), shown, draft.fields, draft.bodyDigest]);
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

function bodyProblems(draft: Draft, warnings: BodyFacts["warnings"], explained: ReadonlySet<string>): Problem[] {
  const doubtful = warnings.filter(
    ({ code, values }) => code !== "picture-missing" || !explained.has(String(values["address"])),
  );
  return doubtful.map(({ line, ...warning }) => {
    return { severity: "warning", file: draft.file, field: "본문", line: line + draft.bodyLine - 1, ...warning };
  });
}
