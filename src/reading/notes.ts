import type { JoinedSpelling } from "#model/taxonomy.ts";
import type { Draft } from "./draft.ts";
import type { EntryHead } from "./entry-head.ts";

/** Something the build tells its owner that is nobody's mistake. */
export interface Note {
  /** Key of the message in `text/problems-reading.ts`. */
  readonly code:
    | "future-post"
    | "future-shown"
    | "spelling-joined"
    | "drafts-held"
    | "drafts-shown"
    | "held-back"
    | "expired"
    | "unindexed";
  readonly values: Readonly<Record<string, string | number>>;
}

/** Which posts a field hides, each with its line: from readers, or from search engines. */
export function hidingNotes(drafts: readonly Draft[], now: number): Note[] {
  return drafts.flatMap(({ file, held, unindexed, expires }): Note[] => {
    if (held) return [note("held-back", file, held)];
    if (expires && expires.epochMs <= now) return [{ code: "expired", values: { file, when: expires.day } }];
    return unindexed ? [note("unindexed", file, unindexed)] : [];
  });
}

function note(code: Note["code"], file: string, { field, line, value }: NonNullable<Draft["held"]>): Note {
  return { code, values: { file, line, field, value } };
}

/** Which posts wait for their day, how many drafts are held back, which spellings were joined. */
export function notesOf(heads: readonly EntryHead[], joined: readonly JoinedSpelling[], now: number): Note[] {
  const waiting = heads.filter(({ draft, date }) => !draft && date !== undefined && date.epochMs > now);
  const drafts = heads.filter(({ draft }) => draft).length;
  const future = waiting.map(({ file, title, date }): Note => {
    const when = date?.hasTime ? date.iso.slice(0, 16).replace("T", " ") : (date?.day ?? "");
    return { code: "future-post", values: { file, title, when } };
  });
  const spellings = joined.map(({ kind, label, spelling, files }): Note => {
    return { code: "spelling-joined", values: { kind, label, spelling, count: files.length, file: files[0] ?? "" } };
  });
  return [
    ...future,
    ...(drafts > 0 ? [{ code: "drafts-held" as const, values: { count: drafts } }] : []),
    ...spellings,
  ];
}

/** The same notes where drafts and scheduled posts are shown. */
export function previewNotes(notes: readonly Note[]): Note[] {
  const codes: Partial<Record<Note["code"], Note["code"]>> = {
    "future-post": "future-shown",
    "drafts-held": "drafts-shown",
  };
  return notes.map((note) => ({ ...note, code: codes[note.code] ?? note.code }));
}
