import { setImmediate as nextTurn } from "node:timers/promises";
import { coresOf } from "#cores/count.ts";
import { type Doing, sharedWork } from "#cores/shared-work.ts";
import { nowSpending } from "#cores/spent.ts";
import type { FileMessage } from "#messages/message.ts";
import type { Entry } from "#model/post.ts";
import { type ContentReading, homeOf } from "./content.ts";
import type { Draft } from "./draft.ts";
import {
  type Asking,
  bodyStore,
  type EntryStore,
  entryStore,
  handSaved,
  inStoredOrder,
  type ReadEntry,
} from "./entry-store.ts";
import { folderIndex } from "./walk.ts";
import { bodyIn } from "./front-matter.ts";
import { type Linked, linkFinder } from "./links.ts";
import type { Unrendered } from "./entry-head.ts";
import { bodyMaker, cachedBody, type Looking, type Made, type Settings } from "./one-body.ts";
import { pictureFinder, pictureProblem } from "./pictures.ts";
import { placeOf } from "./source-text.ts";

interface Work extends Settings {
  readonly reading: ContentReading;
  /** Folder of the store, where that is not at hand. */
  readonly cacheDir: string;
  readonly store?: EntryStore | undefined;
  /** Whether to remove bodies that no entry has any more. */
  readonly prune: boolean;
  /** Whether to write the entries for other processes and runs; by default true. */
  readonly inFiles?: boolean;
}

const bodiesPerTurn = 32;

/** All entries whole, in stored order, and what is doubtful in their bodies; only those that changed are rendered. */
export async function renderEntries(work: Work): Promise<{ entries: ReadEntry[]; problems: FileMessage[] }> {
  nowSpending("render");
  const { reading } = work;
  const store = work.store ?? entryStore(work.cacheDir);
  const stored = store.bodies.keys();
  const { still, rendered, mdxAnswers } = bodyMaker(work, store.bodies);
  const { heads } = reading;
  const before = heads.map((one) => still(one, cachedBody(store, stored, one.draft)));
  const ahead = await renderedAhead(
    heads.filter((_, index) => !before[index]),
    work,
  );
  const entries: ReadEntry[] = [];
  const problems: FileMessage[] = [];
  for (const [index, one] of heads.entries()) {
    // The parser's own memory is given back only between turns of the event loop: 0.3 GB at 10,000 posts.
    if (index % bodiesPerTurn === 0) await nextTurn();
    const { draft, head } = one;
    const made = before[index] ?? still(one, ahead.get(draft.file)) ?? (await rendered(one));
    if ("code" in made) {
      problems.push(made);
      continue;
    }
    const { asked, warnings, facts } = made;
    const isSilent = asked.pictures.length + asked.links.length + warnings.length === 0;
    const entry: Entry = { ...head, ...facts, digest: made.digest };
    const digest = store.entries.put(draft.file, isSilent ? { entry } : { entry, body: { asked, warnings } });
    if (draft.format === "mdx") store.mdx.put(draft.file, mdxAnswers(draft, made));
    entries.push({ entry, digest });
    if (!isSilent) problems.push(...bodyProblems(draft, made, reading));
  }
  entries.sort(inStoredOrder);
  const errors = [...reading.problems, ...problems].filter(({ severity }) => severity === "error");
  if (errors.length === 0) save(store, entries, work);
  nowSpending("start");
  const read = new Set(reading.drafts.map(({ file }) => file));
  // A title that leads nowhere may be the one of a file that could not be read.
  const hasGap = errors.some(({ file }) => !read.has(file));
  return { entries, problems: problems.filter(({ code }) => !hasGap || code !== "link-wiki") };
}

function save({ entries, mdx, bodies }: EntryStore, all: readonly ReadEntry[], work: Work): void {
  const { inFiles = true, prune, cacheDir } = work;
  const files = all.map(({ entry }) => entry.file);
  entries.prune(files);
  mdx.prune(files.filter((file) => mdx.get(file)));
  mdx.save();
  if (inFiles) entries.save();
  // In the dev server entries are handed on otherwise, and change again soon.
  if (!prune) return;
  handSaved(cacheDir, entries);
  bodies.prune(new Set(all.map(({ entry }) => entry.digest)));
}

/** The HTML of an entry whose body in the store is damaged: made again from its source, and put there. */
export async function renderedAgain({ digest, file }: Entry, work: Work): Promise<string> {
  const store = work.store ?? entryStore(work.cacheDir);
  const one = work.reading.heads.find(({ draft }) => draft.file === file);
  if (one) await bodyMaker(work, store.bodies).rendered(one);
  const html = store.bodies.get(digest);
  if (html === undefined) throw new Error(`${file}: its body is lost in ${work.cacheDir}; build again`);
  return html;
}

/** What is wrong with a body's pictures, told better than the renderer can, its warnings, and links that are shown to its author alone. */
function bodyProblems(draft: Draft, { asked, warnings }: Asking, reading: ContentReading): FileMessage[] {
  const { file, bodyLine } = draft;
  const pictures = new Map(
    asked.pictures.flatMap((address) => {
      const said = pictureProblem(reading.pictures(address, file), address);
      return said ? [[address, { ...placeIn(draft, reading.body(draft), address), ...said }] as const] : [];
    }),
  );
  const isSecond = ({ code, ...one }: FileMessage) => code === "front-matter-twice" && one.file === file;
  const doubtful = warnings.filter(({ code, values, line }) =>
    code === "heading-underlined"
      ? !reading.problems.some((one) => isSecond(one) && one.line === line + bodyLine - 2)
      : !code.endsWith("-missing") || !pictures.has(String(values["address"])),
  );
  const isShown = (address: string) => reading.readersLinks?.(address, draft) === "" && reading.links(address, draft);
  return [
    ...pictures.values(),
    ...[...new Set(asked.links)].filter(isShown).map((address): FileMessage => {
      const at = placeIn(draft, reading.body(draft), address);
      return { severity: "warning", code: "link-hidden", values: { address }, ...at };
    }),
    ...doubtful.map(({ line, ...warning }): FileMessage => {
      return { severity: "warning", file, field: "body", line: line + bodyLine - 1, ...warning };
    }),
  ];
}

/** Where a body names an address; it is asked for only where something is wrong: it costs another reading of the file. */
function placeIn({ file, bodyLine }: Draft, body: string, address: string) {
  const found = [address, encodeURI(address.toWellFormed())].map((one) => body.indexOf(one)).find((at) => at !== -1);
  const { line, column } = placeOf(body, found ?? 0);
  return { file, line: bodyLine + line - 1, column, field: "body" };
}

/** Bodies by their files, rendered on all cores; none where there are too few. The caller checks that each is what this thread would make of it, as others look up pictures for themselves. */
export async function renderedAhead(
  bodies: readonly Unrendered[],
  work: Pick<Work, "site" | "pipeline" | "cacheDir" | "reading">,
  { cores, ...worth } = { cores: coresOf(), batch: 16, perWorker: 400 },
): Promise<ReadonlyMap<string, Made>> {
  const { add, ended } = sharedWork<Unrendered, Made>({
    room: "render",
    module: "#reading/rendering.ts",
    data: startOf(work),
    own: async () => rendererOf(work),
    cores,
    ...worth,
  });
  // Astro's compiler and its own memory of programs stay in one thread.
  for (const one of bodies) if (one.draft.format === "md") add(one);
  return ended();
}

/** What a worker begins with: plain data, of drafts what links ask for. */
function startOf({
  site,
  pipeline,
  cacheDir,
  reading: { root, drafts, book, hidden },
}: Parameters<typeof renderedAhead>[1]) {
  const linked = new Map<string, Linked>(drafts.map(({ file, path, title }) => [file, { file, path, title }]));
  const byPath = new Map(Array.from(book.byPath, ([path, { file }]) => [path, linked.get(file) as Linked]));
  return { site, pipeline, cacheDir, root, drafts: [...linked.values()], byPath, hidden };
}

/**
 * Renders bodies into the store with look-ups of its own.
 *
 * @public Imported by `#cores/worker.mjs`.
 */
export function worker({ root, drafts, byPath, hidden, ...work }: ReturnType<typeof startOf>): Doing<Unrendered, Made> {
  const pictures = pictureFinder({ root, index: folderIndex(root), home: homeOf(work.site) });
  const links = linkFinder({ drafts, byPath, hidden }, work.site);
  return rendererOf({ ...work, reading: { pictures, links, body: ({ file }) => bodyIn(root, file) } });
}

/** Renders bodies into a store; those that cannot be rendered are left out. */
function rendererOf(work: Settings & { cacheDir: string; reading: Looking }): Doing<Unrendered, Made> {
  const { rendered } = bodyMaker(work, bodyStore(work.cacheDir));
  return async (batch) => {
    const found = new Map<string, Made>();
    for (const one of batch) {
      const made = await rendered(one);
      if (!("code" in made)) found.set(one.draft.file, made);
    }
    return found;
  };
}
