import { setImmediate as nextTurn } from "node:timers/promises";
import { nowSpending } from "#cores/spent.ts";
import { type FileMessage, sortedMessages } from "#messages/message.ts";
import type { Entry } from "#model/post.ts";
import { renderedAhead } from "./bodies-ahead.ts";
import type { ContentReading } from "./content.ts";
import type { Draft } from "./draft.ts";
import { type Asking, type EntryStore, entryStore, handSaved, inStoredOrder, type ReadEntry } from "./entry-store.ts";
import { lookups } from "./lookups.ts";
import { knownBody, renderedBody, type Settings, settingsOf, stillMade } from "./one-body.ts";

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

/**
 * All entries whole, in stored order, with what is doubtful in their bodies: renders every body that changed since the
 * last time and takes the rest from the store, which is brought up to date where nothing is wrong.
 */
export async function renderEntries(work: Work): Promise<{ entries: ReadEntry[]; problems: FileMessage[] }> {
  nowSpending("render");
  const { reading } = work;
  const store = work.store ?? entryStore(work.cacheDir);
  const at = { work, store, stored: store.bodies.keys() };
  const heads = reading.drafts.flatMap((draft, index) => {
    const head = reading.entries[index];
    return head ? [{ draft, head }] : [];
  });
  const before = heads.map((one) => knownBody({ ...one, ...at }));
  const ahead = await renderedAhead(
    heads.filter((_, index) => !before[index]),
    work,
  );
  const entries: ReadEntry[] = [];
  const problems: FileMessage[] = [];
  for (const [index, { draft, head }] of heads.entries()) {
    // The parser's own memory is given back only between turns of the event loop: 0.3 GB at 10,000 posts.
    if (index % bodiesPerTurn === 0) await nextTurn();
    const one = { draft, head, ...at };
    const made = before[index] ?? stillMade(one, ahead.get(draft.file)) ?? (await renderedBody(one));
    if ("code" in made) {
      problems.push(made);
      continue;
    }
    const { asked, warnings, facts } = made;
    const ask = lookups(draft, reading);
    const isSilent = asked.pictures.length + asked.links.length + warnings.length === 0;
    const entry: Entry = { ...head, ...facts, digest: made.digest };
    const digest = store.entries.put(draft.file, isSilent ? { entry } : { entry, body: { asked, warnings } });
    if (draft.format === "mdx")
      store.mdx.put(draft.file, { settings: settingsOf(draft, work.site), ...ask.found(asked) });
    entries.push({ entry, digest });
    if (!isSilent) problems.push(...bodyProblems(draft, warnings, ask.problems(asked)));
  }
  entries.sort(inStoredOrder);
  if (![...reading.problems, ...problems].some(({ severity }) => severity === "error")) save(store, entries, work);
  nowSpending("start");
  return { entries, problems: sortedMessages(problems) };
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
  const index = work.reading.drafts.findIndex((draft) => draft.file === file);
  const [draft, head] = [work.reading.drafts[index], work.reading.entries[index]];
  const gone = new Error(`${file}: its body is lost in ${work.cacheDir}; build again`);
  if (!draft || !head) throw gone;
  await renderedBody({ draft, head, work, store });
  const html = store.bodies.get(digest);
  if (html === undefined) throw gone;
  return html;
}

/** What is wrong with the pictures of a body, which explains a missing one better than the renderer can, and its warnings. */
function bodyProblems(
  { file, bodyLine }: Draft,
  warnings: Asking["warnings"],
  pictures: ReadonlyMap<string, FileMessage>,
): FileMessage[] {
  const doubtful = warnings.filter(
    ({ code, values }) => code !== "picture-missing" || !pictures.has(String(values["address"])),
  );
  return [
    ...pictures.values(),
    ...doubtful.map(({ line, ...warning }): FileMessage => {
      return { severity: "warning", file, field: "body", line: line + bodyLine - 1, ...warning };
    }),
  ];
}
