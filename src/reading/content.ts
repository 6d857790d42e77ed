import { readFileSync } from "node:fs";
import { nowSpending } from "#cores/spent.ts";
import { href } from "#model/address.ts";
import { isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import type { JoinedSpelling } from "#model/taxonomy.ts";
import type { Code } from "#text/messages.ts";
import { addressBook } from "./addresses.ts";
import { type Draft, type DraftReading, readDraft } from "./draft.ts";
import { conflictCopies } from "./conflict-copies.ts";
import { entryHeads, type Unrendered } from "./entry-head.ts";
import type { FileMemory } from "./file-memory.ts";
import { bodyIn } from "./front-matter.ts";
import { linkFinder } from "./links.ts";
import { pictureFinder } from "./pictures.ts";
import { type FileMessage, type Message, sortedMessages, wholeFile } from "#messages/message.ts";
import { readReplies } from "./replies.ts";
import { contentFiles, contentRoot, type ContentFile, folderIndex, routeFiles } from "./walk.ts";

/** Where the content lies, how the site is set and when it is made. */
export interface ReadingOptions {
  /** The repository's folder, absolute. */
  readonly root: string;
  readonly site: Site;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether posts that readers may not see yet are shown, as in dev. */
  readonly preview?: boolean;
  /** What runs before found in sources and pictures; without it every file is read. */
  readonly memory?: FileMemory;
}

/** All content read once, bodies not yet rendered. */
export type ContentReading = ReturnType<typeof readContent>;

/** Reads every file's front matter and gives every entry its address; all that is wrong is in `problems`, sorted. */
export function readContent(options: ReadingOptions) {
  nowSpending("read");
  const { root, site, now, preview = false } = options;
  const { files, problems: walked } = contentFiles(root);
  const readings = readAll(files, options);
  const drafts = readings.flatMap(({ draft }) => (draft ? [draft] : []));
  const index = folderIndex(root);
  const book = addressBook(drafts, { index, routes: routeFiles(root), site });
  const pictures = pictureFinder({ root, index, home: homeOf(site), memory: options.memory });
  const { heads: bare, problems: headProblems, joined } = entryHeads(drafts, pictures, { site, now });
  const unseen = new Set(bare.flatMap(({ head }) => (isPublished(head, now) ? [] : [head.file])));
  const hidden = preview ? new Set<string>() : unseen;
  const linksWithout = (left: typeof hidden) => linkFinder({ drafts, byPath: book.byPath, hidden: left }, site);
  const replies = readReplies(root, drafts);
  const heads = bare.map(({ draft, head }) => ({ draft, head: replies.added(head) }));
  const problems = [
    ...walked,
    ...readings.flatMap((reading) => reading.problems),
    ...book.problems,
    ...headProblems,
    ...replies.problems,
    ...copyProblems(drafts),
  ];
  return {
    root,
    drafts,
    /** Each draft with what lists and pages ask of it, in the same order. */
    heads,
    entries: heads.map(({ head }) => head),
    problems: sortedMessages(problems),
    notes: notesOf(heads, joined, options),
    joined,
    book,
    pictures,
    hidden,
    links: linksWithout(hidden),
    /** In a preview, as readers will have them. */
    readersLinks: preview ? linksWithout(unseen) : undefined,
    replies,
    /** A draft's body, read again from its file. */
    body: ({ file }: Draft) => bodyIn(root, file),
  };
}

function copyProblems(drafts: readonly Draft[]): FileMessage[] {
  return [...conflictCopies(drafts)].map(([file, original]) => {
    return { severity: "warning", file, ...wholeFile, code: "conflict-copy", values: { original } };
  });
}

/** The site's own address, with which an author may begin a picture's. */
export function homeOf(site: Site): string {
  return new URL(href(site, "/"), site.address).href;
}

function readAll(files: readonly ContentFile[], { root, site, memory }: ReadingOptions): DraftReading[] {
  return files.map((from) => {
    const read = () => readDraft(from, readFileSync(`${root}/${from.file}`), site);
    return memory ? memory.of(from.file, read) : read();
  });
}

/** What an author should know though nothing is wrong: whether examples are shown, what is hidden, waits for its day or is a draft, which spellings were joined. */
function notesOf(
  heads: readonly Unrendered[],
  joined: readonly JoinedSpelling[],
  { root, now }: Pick<ReadingOptions, "root" | "now">,
): Message[] {
  const shown = heads.flatMap(({ draft, head }) => (draft.held === undefined ? [head] : []));
  const held = shown.filter(({ draft }) => draft).length;
  const waiting = shown.filter(({ draft, date }) => !draft && date !== undefined && date.epochMs > now);
  return [
    ...(contentRoot(root) === "examples" ? [note("examples-shown", {})] : []),
    ...heads.flatMap(({ draft }) => hidingNotes(draft, now)),
    ...waiting.map(({ file, title, date }) => {
      const when = date?.hasTime ? date.iso.slice(0, 16).replace("T", " ") : (date?.day ?? "");
      return { ...note("future-post", { title, when }), file };
    }),
    ...(held > 0 ? [note("drafts-held", { count: held })] : []),
    ...joined.map(({ kind, label, spelling, files }) =>
      note(`${kind}-joined`, { label, spelling, count: files.length }),
    ),
  ];
}

/** That a field hides a post, with its line: from readers, or from search engines. */
function hidingNotes({ file, held, unindexed, expires }: Draft, now: number): Message[] {
  const isOver = held === undefined && expires !== undefined && expires.epochMs <= now;
  if (isOver) return [{ ...note("expired", { when: expires.day }), file }];
  const hiding = held ?? unindexed;
  if (hiding === undefined) return [];
  const { field, line, value } = hiding;
  return [{ ...note(held ? "held-back" : "unindexed", { value }), file, line, field }];
}

function note(code: Code, values: Message["values"]): Message {
  return { severity: "info", code, values };
}
