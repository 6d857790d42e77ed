import { setImmediate as nextTurn } from "node:timers/promises";
import { digestOf } from "#cache/store.ts";
import { renderBody } from "#markdown/render.ts";
import type { BodyOptions, RenderedBody } from "#markdown/rendered.ts";
import { basePath } from "#model/address.ts";
import { siteFor } from "#model/languages.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { bodyProblem, depthProblem } from "./body-problem.ts";
import { type BodyFacts, factsIn, factsOf } from "./body-facts.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { bodyDigest } from "./draft-body.ts";
import type { EntryHead } from "./entry-head.ts";
import { type Asking, type EntryStore, entryStore, inStoredOrder, type ReadEntry } from "./entry-store.ts";
import { type Lookups, lookups } from "./lookups.ts";
import type { MdxAnswers } from "./mdx-options.ts";
import { type FileMessage, sortedMessages } from "#messages/message.ts";

interface Work {
  readonly reading: ContentReading;
  readonly site: Site;
  /** Folder of the store, where that is not at hand. */
  readonly cacheDir: string;
  readonly store?: EntryStore | undefined;
  /** Digest of the code that renders. */
  readonly pipeline: string;
  /** Whether to remove bodies that no entry has any more. */
  readonly prune: boolean;
  /** Whether to write the entries for other processes and runs; by default true. */
  readonly inFiles?: boolean;
}

const bodiesPerTurn = 32;

/** All entries whole, in stored order, with what is doubtful in their bodies. */
export interface Rendering {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly FileMessage[];
}

/** Renders every body that changed since the last time and takes the rest from the store, which is brought up to date where nothing is wrong. */
export async function renderEntries(work: Work): Promise<Rendering> {
  const { reading } = work;
  const store = work.store ?? entryStore(work.cacheDir);
  const at = { work, store, stored: store.bodies.keys() };
  const entries: ReadEntry[] = [];
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
    const { asked, warnings, facts } = made;
    const isSilent = asked.pictures.length + asked.links.length + warnings.length === 0;
    const entry: Entry = { ...head, ...facts, digest: made.digest };
    const digest = store.entries.put(draft.file, isSilent ? { entry } : { entry, body: { asked, warnings } });
    if (draft.format === "mdx")
      store.mdx.put(draft.file, { settings: settingsOf(draft, work.site), ...ask.found(asked) });
    entries.push({ entry, digest });
    if (!isSilent) problems.push(...ask.problems(asked), ...bodyProblems(draft, warnings, ask.similar(asked)));
  }
  entries.sort(inStoredOrder);
  if (![...reading.problems, ...problems].some(({ severity }) => severity === "error")) save(store, entries, work);
  return { entries, problems: sortedMessages(problems) };
}

function save({ entries, mdx, bodies }: EntryStore, all: readonly ReadEntry[], { inFiles = true, prune }: Work): void {
  const files = all.map(({ entry }) => entry.file);
  entries.prune(files);
  mdx.prune(files.filter((file) => mdx.get(file)));
  mdx.save();
  if (inFiles) entries.save();
  if (prune) bodies.prune(new Set(all.map(({ entry }) => entry.digest)));
}

interface OneBody {
  readonly draft: Draft;
  readonly head: EntryHead;
  readonly ask: Lookups;
  readonly work: Work;
  readonly store: EntryStore;
  /** Digests of the bodies that the store has. */
  readonly stored: ReadonlySet<string>;
}

interface Made extends Asking {
  readonly digest: string;
  readonly facts: BodyFacts;
}

/** What the last run made of the body, if all that the body depends on is as it was. */
function knownBody({ draft, head, ask, work, stored, store }: OneBody): Made | undefined {
  const { entry, body = silent } = store.entries.get(draft.file) ?? {};
  if (entry === undefined || !stored.has(entry.digest)) return undefined;
  const digest = digestOf(sourceOf(draft, head, work), ask.answers(body.asked));
  return digest === entry.digest ? { ...body, digest, facts: factsIn(entry) } : undefined;
}

const silent: Asking = { asked: { pictures: [], links: [] }, warnings: [] };

async function renderedBody({ draft, head, ask, work, store }: OneBody): Promise<Made | FileMessage> {
  const { asked, picture, link } = ask.recorded();
  const { ellipsis } = work.site;
  const options = { ...settingsOf(draft, work.site), ellipsis, base: basePath(work.site), picture, link };
  const source = work.reading.body(draft);
  const body = await bodyOf(draft, source, options);
  if ("code" in body) return body;
  // The file may have changed since its head was read: what is kept goes by the body that was rendered.
  const digest = digestOf(sourceOf({ ...draft, bodyDigest: bodyDigest(source) }, head, work), ask.answers(asked));
  store.bodies.put(digest, body.html);
  return { asked, warnings: body.warnings, digest, facts: factsOf(head, body) };
}

/** The HTML of an entry whose body in the store is damaged: made again from its source, and put there. */
export async function renderedAgain({ digest, file }: Entry, work: Work): Promise<string> {
  const store = work.store ?? entryStore(work.cacheDir);
  const index = work.reading.drafts.findIndex((draft) => draft.file === file);
  const [draft, head] = [work.reading.drafts[index], work.reading.entries[index]];
  const gone = new Error(`${file}: its body is lost in ${work.cacheDir}; build again`);
  if (!draft || !head) throw gone;
  await renderedBody({ draft, head, ask: lookups(draft, work.reading), work, store, stored: new Set() });
  const html = store.bodies.get(digest);
  if (html === undefined) throw gone;
  return html;
}

/** A body as HTML; of MDX what lists ask of it, as its HTML is Astro's to make. */
async function bodyOf(draft: Draft, source: string, options: BodyOptions): Promise<RenderedBody | FileMessage> {
  try {
    const body =
      draft.format === "mdx"
        ? await (await import("#markdown/mdx.ts")).readMdxBody(source, options)
        : await renderBody(source, options);
    return depthProblem(body.html, draft, source) ?? body;
  } catch (error) {
    return bodyProblem(error, draft, source);
  }
}

function settingsOf(draft: Draft, site: Site): MdxAnswers["settings"] {
  const { fields, title } = draft;
  return {
    language: siteFor(draft, site).language,
    lineBreaks: fields.lineBreaks ?? site.lineBreaks,
    quotes: fields.quotes ?? site.quotes,
    math: fields.math ?? site.math,
    title,
  };
}

/** All that a body depends on but the answers to what it asks. */
function sourceOf(draft: Draft, head: EntryHead, { site, pipeline }: Work): unknown {
  const settings = { ...settingsOf(draft, site), ellipsis: site.ellipsis, base: basePath(site) };
  const shown = [head.title, head.description ?? "", head.tags];
  return [pipeline, settings, draft.file.normalize("NFC"), shown, draft.fields, draft.bodyDigest];
}

function bodyProblems(draft: Draft, warnings: Asking["warnings"], explained: ReadonlySet<string>): FileMessage[] {
  const doubtful = warnings.filter(
    ({ code, values }) => code !== "picture-missing" || !explained.has(String(values["address"])),
  );
  return doubtful.map(({ line, ...warning }) => {
    return { severity: "warning", file: draft.file, field: "body", line: line + draft.bodyLine - 1, ...warning };
  });
}
