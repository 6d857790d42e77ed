import { hash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, RenderedBody } from "#markdown/rendered.ts";
import { basePath } from "#model/address.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { type BodyStore, bodyStore } from "./bodies.ts";
import { type BodyFacts, factsIn, factsOf } from "./body-facts.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { digestOf } from "./draft-body.ts";
import type { EntryHead } from "./entry-head.ts";
import { type Before, byFile, inKeptOrder, keep, type Kept, keptBefore, type WrittenEntry } from "./kept.ts";
import { type Lookups, lookups } from "./lookups.ts";
import type { MdxAnswers } from "./mdx-options.ts";
import { type FileMessage, sortedMessages } from "#messages/message.ts";
import { isSameData } from "./same-data.ts";

interface Work {
  readonly reading: ContentReading;
  readonly site: Site;
  readonly cacheDir: string;
  /** Digest of the code that renders. */
  readonly pipeline: string;
  /** Whether to remove bodies that no entry has any more. */
  readonly prune: boolean;
  /** What the last run left, where it is still at hand: else its files are read. */
  readonly before?: Before | undefined;
  /** Whether to write what other processes and runs need; by default true. */
  readonly inFiles?: boolean;
}

const bodiesPerTurn = 32;

/** All entries whole, by kind and id in code point order, with what is doubtful in their bodies. */
export interface Rendering {
  readonly entries: readonly WrittenEntry[];
  readonly problems: readonly FileMessage[];
  readonly left: Before;
}

/** Renders every body that changed since the last time, keeps the rest, and leaves what the next run and the build need (where nothing is wrong). */
export async function renderEntries(work: Work): Promise<Rendering> {
  const { cacheDir, reading } = work;
  const store = bodyStore(cacheDir);
  const at = { work, store, stored: store.digests(), before: work.before ?? keptBefore(cacheDir) };
  const kept: Record<string, Kept | 0> = {};
  const mdx: Record<string, MdxAnswers> = {};
  const entries: WrittenEntry[] = [];
  const problems: FileMessage[] = [];
  for (const [index, draft] of reading.drafts.entries()) {
    const head = reading.entries[index];
    if (!head) continue;
    // The parser's own memory is given back only between turns of the event loop: 0.3 GB at 10,000 posts.
    if (index % bodiesPerTurn === 0) await nextTurn();
    const ask = lookups(draft, reading);
    const made = knownBody({ draft, head, ask, ...at }) ?? (await renderedBody({ draft, head, ask, ...at }));
    if ("code" in made) {
      problems.push(made);
      continue;
    }
    const { asked, warnings, digest, facts } = made;
    const isSilent = asked.pictures.length + asked.links.length + warnings.length === 0;
    kept[digest] = isSilent ? 0 : { asked, warnings };
    if (draft.format === "mdx") mdx[draft.file] = { settings: settingsOf(draft, work.site), ...ask.found(asked) };
    entries.push(written({ ...head, ...facts, digest }, at.before.entries.get(draft.file)));
    if (!isSilent) problems.push(...ask.problems(asked), ...bodyProblems(draft, warnings, ask.similar(asked)));
  }
  entries.sort(inKeptOrder);
  if (![...reading.problems, ...problems].some(({ severity }) => severity === "error")) {
    keep(cacheDir, { kept, entries, mdx }, work.inFiles ?? true);
    if (work.prune) store.prune(new Set(Object.keys(kept)));
  }
  return { entries, problems: sortedMessages(problems), left: { entries: byFile(entries), kept } };
}

/** The entry as it was before, where it is the same: most are, and to put them into words again is what would cost. */
function written(entry: Entry, before: WrittenEntry | undefined): WrittenEntry {
  return before && isSameData(entry, before.entry) ? before : { entry, text: JSON.stringify(entry) };
}

interface OneBody {
  readonly draft: Draft;
  readonly head: EntryHead;
  readonly ask: Lookups;
  readonly work: Work;
  readonly store: BodyStore;
  readonly stored: ReadonlySet<string>;
  readonly before: Before;
}

interface Made extends Kept {
  readonly digest: string;
  readonly facts: BodyFacts;
}

/** What the last run made of the body, if all that the body depends on is as it was. */
function knownBody({ draft, head, ask, work, stored, before }: OneBody): Made | undefined {
  const entry = before.entries.get(draft.file)?.entry;
  if (entry === undefined || !stored.has(entry.digest)) return undefined;
  const kept = before.kept[entry.digest];
  if (kept === undefined) return undefined;
  const { asked, warnings } = kept === 0 ? silent : kept;
  const digest = digestFrom(sourceOf(draft, head, work), ask.answers(asked));
  return digest === entry.digest ? { asked, warnings, digest, facts: factsIn(entry) } : undefined;
}

const silent: Kept = { asked: { pictures: [], links: [] }, warnings: [] };

async function renderedBody({ draft, head, ask, work, store }: OneBody): Promise<Made | FileMessage> {
  const { asked, picture, link } = ask.recorded();
  const { ellipsis, language } = work.site;
  const options = { ...settingsOf(draft, work.site), ellipsis, language, base: basePath(work.site), picture, link };
  const source = work.reading.body(draft);
  const body = draft.format === "mdx" ? await mdxBody(draft, source, options) : await renderBody(source, options);
  if ("code" in body) return body;
  // The file may have changed since its head was read: what is kept goes by the body that was rendered.
  const digest = digestFrom(sourceOf({ ...draft, bodyDigest: digestOf(source) }, head, work), ask.answers(asked));
  store.write(digest, body.html);
  return { asked, warnings: body.warnings, digest, facts: factsOf(head, body) };
}

/** What lists ask of an MDX body; its HTML is Astro's to make. */
async function mdxBody(draft: Draft, source: string, options: BodyOptions): Promise<RenderedBody | FileMessage> {
  const { readMdxBody } = await import("#markdown/mdx.ts");
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
      field: "body",
      code: "mdx-unreadable",
      values: { message },
    };
  }
}

function settingsOf({ fields, title }: Draft, site: Site): MdxAnswers["settings"] {
  return {
    lineBreaks: fields.lineBreaks ?? site.lineBreaks,
    quotes: fields.quotes ?? site.quotes,
    math: fields.math ?? site.math,
    title,
  };
}

/** All that a body depends on but the answers to what it asks. */
function sourceOf(draft: Draft, head: EntryHead, { site, pipeline }: Work): unknown {
  const { ellipsis, language } = site;
  const settings = { ...settingsOf(draft, site), ellipsis, language, base: basePath(site) };
  const shown = [head.title, head.description ?? "", head.tags];
  return [pipeline, settings, draft.file.normalize("NFC"), shown, draft.fields, draft.bodyDigest];
}

function digestFrom(source: unknown, answers: unknown): string {
  return hash("sha256", JSON.stringify([source, answers])).slice(0, 32);
}

function bodyProblems(draft: Draft, warnings: Kept["warnings"], explained: ReadonlySet<string>): FileMessage[] {
  const doubtful = warnings.filter(
    ({ code, values }) => code !== "picture-missing" || !explained.has(String(values["address"])),
  );
  return doubtful.map(({ line, ...warning }) => {
    return { severity: "warning", file: draft.file, field: "body", line: line + draft.bodyLine - 1, ...warning };
  });
}
