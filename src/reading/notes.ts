import type { Message } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import type { ContentReading, ReadingOptions } from "./content.ts";
import type { Draft } from "./draft.ts";
import { contentRoot } from "./walk.ts";

/**
 * What an author should know of a reading though nothing is wrong: whether our examples are shown, which posts a field
 * hides, which wait for their day, how many drafts are held back, which spellings were joined.
 */
export function notesOf(
  { drafts, entries, joined }: Pick<ContentReading, "drafts" | "entries" | "joined">,
  { root, now }: Pick<ReadingOptions, "root" | "now">,
): Message[] {
  const shown = entries.filter((_, index) => drafts[index]?.held === undefined);
  const held = shown.filter(({ draft }) => draft).length;
  const waiting = shown.filter(({ draft, date }) => !draft && date !== undefined && date.epochMs > now);
  return [
    ...(contentRoot(root) === "examples" ? [note("examples-shown", {})] : []),
    ...drafts.flatMap((draft) => hidingNotes(draft, now)),
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

/** The same notes where drafts and scheduled posts are shown. */
export function previewNotes(notes: readonly Message[]): Message[] {
  const codes: Partial<Record<Code, Code>> = { "future-post": "future-shown", "drafts-held": "drafts-shown" };
  return notes.map((note) => ({ ...note, code: codes[note.code] ?? note.code }));
}
