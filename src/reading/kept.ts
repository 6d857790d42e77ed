import { byCodePoint } from "#model/order.ts";
import type { BodyWarning } from "#markdown/rendered.ts";
import type { Entry } from "#model/post.ts";
import { handedEntries, handEntries } from "./handed-entries.ts";
import type { Asked } from "./lookups.ts";
import { type MdxAnswers, mdxAnswersFile } from "./mdx-options.ts";
import { readWhole, writeWhole } from "./whole-file.ts";

/** What one body asked while it was rendered, and what is doubtful in it. */
export interface Kept {
  readonly asked: Asked;
  readonly warnings: readonly BodyWarning[];
}

/** An entry, and the same as JSON. */
export interface WrittenEntry {
  readonly entry: Entry;
  readonly text: string;
}

/** What a run leaves for the next: by file its entry, by the entry's digest what its body asked; 0 where that is nothing. */
export interface Before {
  readonly entries: ReadonlyMap<string, WrittenEntry>;
  readonly kept: Readonly<Record<string, Kept | 0>>;
}

/** What the last run left; nothing where one of its files cannot be read. */
export function keptBefore(cacheDir: string): Before {
  try {
    const kept = JSON.parse(readWhole(keptFile(cacheDir))) as Before["kept"];
    const lines = readWhole(entriesFile(cacheDir)).split("\n").slice(1, -2);
    return { entries: byFile(lines.map(writtenEntry)), kept };
  } catch {
    return { entries: new Map(), kept: {} };
  }
}

/** A line of `entries.json`; all but the last end in a comma. */
function writtenEntry(line: string): WrittenEntry {
  const text = line.endsWith(",") ? line.slice(0, -1) : line;
  return { entry: JSON.parse(text) as Entry, text };
}

/** Written entries by their source file. */
export function byFile(entries: readonly WrittenEntry[]): Map<string, WrittenEntry> {
  return new Map(entries.map((one) => [one.entry.file, one]));
}

/** All entries of the last run in which nothing was wrong, of this process or of one before; throws before the first. */
export function readEntries(cacheDir: string): readonly Entry[] {
  return handedEntries(cacheDir) ?? (JSON.parse(readWhole(entriesFile(cacheDir))) as Entry[]);
}

/** What a run leaves for the build, for the guards and for the next run. */
export interface Leftovers extends Pick<Before, "kept"> {
  /** All of them, drafts too, in kept order. */
  readonly entries: readonly WrittenEntry[];
  readonly mdx: Readonly<Record<string, MdxAnswers>>;
}

/** Hands the entries on in this process; `inFiles` writes `kept.json` and `entries.json` too, for other processes and the next run. */
export function keep(cacheDir: string, { kept, entries, mdx }: Leftovers, inFiles: boolean): void {
  handEntries(
    cacheDir,
    entries.map(({ entry }) => entry),
  );
  writeWhole(`${cacheDir}/${mdxAnswersFile}`, JSON.stringify(mdx));
  if (!inFiles) return;
  writeWhole(keptFile(cacheDir), JSON.stringify(kept));
  writeWhole(entriesFile(cacheDir), `[\n${entries.map(({ text }) => text).join(",\n")}\n]\n`);
}

/** By kind and id in code point order: how entries are kept. */
export function inKeptOrder({ entry: a }: WrittenEntry, { entry: b }: WrittenEntry): number {
  return byCodePoint(a.kind, b.kind) || byCodePoint(a.id, b.id);
}

function keptFile(cacheDir: string): string {
  return `${cacheDir}/kept.json`;
}

function entriesFile(cacheDir: string): string {
  return `${cacheDir}/entries.json`;
}
