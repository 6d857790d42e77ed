import { readFile, stat } from "node:fs/promises";
import { href } from "../model/address.ts";
import type { Site } from "../model/site.ts";
import type { JoinedSpelling } from "../model/taxonomy.ts";
import { addressBook, type AddressBook } from "./address-book.ts";
import { readDraft, type Draft, type DraftReading } from "./draft.ts";
import { entryHeads, type EntryHead } from "./entry-head.ts";
import { folderIndex } from "./folder-index.ts";
import { linkFinder, type LinkFinder } from "./links.ts";
import { notesOf, type Note } from "./notes.ts";
import { pictureFinder, type PictureFinder } from "./pictures.ts";
import { sortedProblems, type Problem } from "./problems.ts";
import { contentFiles, type ContentFile } from "./walk.ts";
import { zoneOf } from "./zone.ts";

/** Where the content lies, how the site is set and when it is made. */
export interface ReadingOptions {
  /** The repository's folder, absolute. */
  readonly root: string;
  readonly site: Site;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What a dev server read before: files that did not change since are not read again. */
  readonly memory?: DraftMemory;
}

/** Readings by file, each with the stamp of the file it was made from. */
export type DraftMemory = Map<string, { readonly stamp: string; readonly reading: DraftReading }>;

/** All content read once, bodies not yet rendered. */
export interface ContentReading {
  readonly drafts: readonly Draft[];
  /** One for each draft, in the same order. */
  readonly entries: readonly EntryHead[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly joined: readonly JoinedSpelling[];
  readonly book: AddressBook;
  readonly pictures: PictureFinder;
  readonly links: LinkFinder;
}

/** Reads every file's front matter and gives every entry its address; all that is wrong is in `problems`, sorted. */
export async function readContent(options: ReadingOptions): Promise<ContentReading> {
  const { root, site, now } = options;
  const { files, problems: walked } = await contentFiles(root);
  const readings = await readAll(files, options);
  const drafts = readings.flatMap(({ draft }) => (draft ? [draft] : []));
  const index = folderIndex(root);
  const book = addressBook(drafts, index);
  const pictures = pictureFinder(root, index, new URL(href(site, "/"), site.address).href);
  const { heads, problems: headProblems, joined } = entryHeads(drafts, pictures, now);
  const problems = [...walked, ...readings.flatMap((reading) => reading.problems), ...book.problems, ...headProblems];
  return {
    drafts,
    entries: heads,
    problems: sortedProblems(problems),
    notes: notesOf(heads, joined, now),
    joined,
    book,
    pictures,
    links: linkFinder(drafts, book, site),
  };
}

const filesAtOnce = 32;

async function readAll(files: readonly ContentFile[], options: ReadingOptions): Promise<DraftReading[]> {
  const settings = { site: options.site, zone: zoneOf(options.site.timeZone) };
  const readings: DraftReading[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at];
      if (file) readings[at] = await readOne(file, settings, options);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, worker));
  return readings;
}

async function readOne(
  file: ContentFile,
  settings: Parameters<typeof readDraft>[2],
  { root, memory }: ReadingOptions,
): Promise<DraftReading> {
  const path = `${root}/${file.file}`;
  if (!memory) return readDraft(file, await readFile(path), settings);
  const { mtimeMs, ctimeMs, size } = await stat(path);
  const stamp = [mtimeMs, ctimeMs, size].join();
  const before = memory.get(file.file);
  if (before?.stamp === stamp) return before.reading;
  const reading = readDraft(file, await readFile(path), settings);
  memory.set(file.file, { stamp, reading });
  return reading;
}
