import type { JoinedSpelling } from "#model/taxonomy.ts";
import type { EntryHead } from "./entry-head.ts";

/** Something the build tells its owner that is nobody's mistake. */
export interface Note {
  /** Key of the message in `text/problems-reading.ts`. */
  readonly code: "future-post" | "spelling-joined" | "drafts-held";
  readonly values: Readonly<Record<string, string | number>>;
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
