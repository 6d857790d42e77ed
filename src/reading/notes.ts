import type { JoinedSpelling } from "#model/taxonomy.ts";
import type { Message } from "#messages/message.ts";
import type { Code } from "#text/messages.ts";
import type { Draft } from "./draft.ts";
import type { EntryHead } from "./entry-head.ts";
import { contentRoot } from "./walk.ts";

/** That our examples are shown, as long as they are. */
export function exampleNotes(root: string): Message[] {
  return contentRoot(root) === "examples" ? [{ severity: "info", code: "examples-shown", values: {} }] : [];
}

/** Which posts a field hides, each with its line: from readers, or from search engines. */
export function hidingNotes(drafts: readonly Draft[], now: number): Message[] {
  return drafts.flatMap(({ file, held, unindexed, expires }): Message[] => {
    if (held) return [note("held-back", file, held)];
    if (expires && expires.epochMs <= now)
      return [{ severity: "info", code: "expired", file, values: { when: expires.day } }];
    return unindexed ? [note("unindexed", file, unindexed)] : [];
  });
}

function note(code: Code, file: string, { field, line, value }: NonNullable<Draft["held"]>): Message {
  return { severity: "info", code, file, line, field, values: { value } };
}

/** Which posts wait for their day, how many drafts are held back, which spellings were joined. */
export function notesOf(heads: readonly EntryHead[], joined: readonly JoinedSpelling[], now: number): Message[] {
  const waiting = heads.filter(({ draft, date }) => !draft && date !== undefined && date.epochMs > now);
  const drafts = heads.filter(({ draft }) => draft).length;
  const future = waiting.map(({ file, title, date }): Message => {
    const when = date?.hasTime ? date.iso.slice(0, 16).replace("T", " ") : (date?.day ?? "");
    return { severity: "info", code: "future-post", file, values: { title, when } };
  });
  const spellings = joined.map(({ kind, label, spelling, files }): Message => {
    return { severity: "info", code: `${kind}-joined`, values: { label, spelling, count: files.length } };
  });
  return [
    ...future,
    ...(drafts > 0 ? [{ severity: "info", code: "drafts-held", values: { count: drafts } } as const] : []),
    ...spellings,
  ];
}

/** The same notes where drafts and scheduled posts are shown. */
export function previewNotes(notes: readonly Message[]): Message[] {
  const codes: Partial<Record<Code, Code>> = {
    "future-post": "future-shown",
    "drafts-held": "drafts-shown",
  };
  return notes.map((note) => ({ ...note, code: codes[note.code] ?? note.code }));
}
