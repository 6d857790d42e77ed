import { resolve } from "node:path";
import { stampOf } from "#cache/stamp.ts";
import { openTable, type TextStore, textStore } from "#cache/store.ts";
import type { BodyOptions, BodyWarning } from "#markdown/work.ts";
import { byCodePoint } from "#model/order.ts";
import type { Entry, Picture } from "#model/post.ts";

/** What one body asked while it was rendered, and what is doubtful in it. */
export interface Asking {
  /** Addresses as written. */
  readonly asked: { readonly pictures: readonly string[]; readonly links: readonly string[] };
  readonly warnings: readonly BodyWarning[];
}

interface StoredEntry {
  readonly entry: Entry;
  /** Absent where its body asked nothing and nothing is doubtful. */
  readonly body?: Asking;
}

export type EntryStore = ReturnType<typeof entryStore>;

/** What readings leave under a cache folder for the build, for the proof and for the next reading; tables by source file. */
export function entryStore(cacheDir: string) {
  /** All entries, drafts too. */
  const entries = openTable<StoredEntry>(entriesFile(cacheDir));
  return { entries, mdx: openTable<MdxAnswers>(mdxFile(cacheDir)), bodies: bodyStore(cacheDir) };
}

/** The file of what was found for `.mdx` files, which is read alone while Astro compiles them. */
export const mdxFile = (cacheDir: string) => `${cacheDir}/mdx.jsonl`;
const entriesFile = (cacheDir: string) => resolve(cacheDir, "entries.jsonl");

/** The HTML of bodies by the entry's digest. */
export function bodyStore(cacheDir: string): TextStore {
  return textStore(`${cacheDir}/bodies`, ".html");
}

let last: { readonly file: string; readonly stamp: string; readonly entries: readonly Entry[] } | undefined;

/** All entries of the last run in which nothing was wrong, in stored order, the same array until the file is another; throws before the first, and where one is lost. */
export function readEntries(cacheDir: string): readonly Entry[] {
  const file = entriesFile(cacheDir);
  const stamp = stampOf(file) ?? "";
  if (last?.file === file && last.stamp === stamp) return last.entries;
  const table = openTable<StoredEntry>(file);
  if (table.damaged) throw new Error(`${file} is missing or damaged; build again`);
  return handSaved(cacheDir, table, stamp);
}

/** Has `readEntries` give what was just saved in its file, which need not be read again; returns that. */
export function handSaved(cacheDir: string, table: EntryStore["entries"], before?: string): readonly Entry[] {
  const file = entriesFile(cacheDir);
  const stamp = before ?? stampOf(file) ?? "";
  last = { file, stamp, entries: table.values().map(({ entry }) => entry) };
  return last.entries;
}

/** An entry, and a digest that is another one when anything in it is. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly digest: string;
}

/** By kind and id in code point order: how entries are stored. */
export function inStoredOrder({ entry: a }: ReadEntry, { entry: b }: ReadEntry): number {
  return byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id);
}

/** What the reader found for one `.mdx` file, kept for the time Astro compiles it. */
export interface MdxAnswers {
  readonly settings: Omit<BodyOptions, "picture" | "link">;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly links: Readonly<Record<string, string>>;
}
