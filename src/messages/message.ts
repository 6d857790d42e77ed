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
