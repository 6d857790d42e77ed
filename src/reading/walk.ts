import { type Dirent, readdirSync } from "node:fs";
import { byCodePoint } from "#model/order.ts";
import type { FileMessage } from "#messages/message.ts";
import { fileReport } from "./file-report.ts";

/** A content file on disk. */
export interface ContentFile {
  /** `page` under src/content/pages, `post` under src/content/posts. */
  readonly kind: "post" | "page";
  /** Path from the repository's root, as on disk. */
  readonly file: string;
  /** NFC path under its folder, with extension. */
  readonly name: string;
}

/** Folders of the content, from the repository's root. */
export const contentFolders = { post: "src/content/posts", page: "src/content/pages" } as const;

const sources = /\.(?:md|markdown|mdx)$/iu;

/**
 * Every source file of posts and pages, sorted by NFC name in code point order; names that begin with `_` or `.` are
 * left out, symbolic links are errors.
 */
export function contentFiles(root: string): { files: ContentFile[]; problems: FileMessage[] } {
  const files: ContentFile[] = [];
  const problems: FileMessage[] = [];
  for (const kind of ["post", "page"] as const) {
    for (const entry of filesUnder(root, contentFolders[kind])) {
      if ("link" in entry) {
        const report = fileReport(entry.link);
        report.error({ code: "symbolic-link", field: "file-name" });
        problems.push(...report.problems);
      } else if (sources.test(entry.file)) {
        files.push({
          kind,
          file: entry.file,
          name: entry.file.slice(contentFolders[kind].length + 1).normalize("NFC"),
        });
      }
    }
  }
  const order = (a: ContentFile, b: ContentFile) =>
    byCodePoint(a.kind + a.name, b.kind + b.name) || byCodePoint(a.file, b.file);
  return { files: files.sort(order), problems };
}

function* filesUnder(root: string, folder: string): Generator<{ file: string } | { link: string }> {
  for (const entry of entriesIn(`${root}/${folder}`)) {
    const file = `${folder}/${entry.name}`;
    if (/^[_.]/u.test(entry.name)) continue;
    if (entry.isSymbolicLink()) yield { link: file };
    else if (entry.isDirectory()) yield* filesUnder(root, file);
    else if (entry.isFile()) yield { file };
  }
}

/** What a folder holds; nothing where there is none. */
export function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
