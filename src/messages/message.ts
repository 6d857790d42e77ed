import { byCodePoint } from "#model/order.ts";
import type { Code } from "#text/messages.ts";

/** One thing that Seogo tells an author, whichever room found it. */
export interface Message {
  /** An error stops the command, a warning only under `--strict`, information never. */
  readonly severity: "error" | "warning" | "info";
  readonly code: Code;
  /** What the text names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The author's file: its path from the repository's root, as on disk. */
  readonly file?: string;
  /** 1-based; the column counts UTF-16 units as editors do. */
  readonly line?: number;
  readonly column?: number;
  /** Address of the built page (`/posts/글/`), or the built file's path where it is no page. */
  readonly page?: string;
  /** A front matter key, or the part of the file: `body`, `file-name`, `front-matter`. */
  readonly field?: string;
  /** The line as it should stand, where that can be known. */
  readonly corrected?: string;
}

/** A message about a place in an author's file. */
export interface FileMessage extends Message {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly field: string;
}

/** Where what a message tells is, as far as that is known. */
export type Place = Omit<Message, "severity" | "code" | "values">;

/** An error with what its text names, and where it is, as far as that is known. */
export function errorOf(code: Code, values: Message["values"], place: Place = {}): Message {
  return { severity: "error", code, values, ...place };
}

/** The place of what is wrong with a file's name, or with the file as a whole. */
export const wholeFile = { field: "file-name", line: 1, column: 1 } as const;

/** Sorted by file (code point order), line, column, code, page; equal messages once. */
export function sortedMessages<M extends Message>(messages: readonly M[]): M[] {
  const number = (value = 0) => String(value).padStart(9, "0");
  const key = ({ file = "", line, column, code, page = "", values }: M) =>
    `${file}\u0000${number(line)}${number(column)}${code}\u0000${page}\u0000${JSON.stringify(values)}`;
  const unique = new Map(messages.map((message) => [key(message), message]));
  return [...unique].sort(([a], [b]) => byCodePoint(a, b)).map(([, message]) => message);
}
