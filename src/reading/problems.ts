/** Something wrong, or doubtful, in an author's file. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Path from the repository's root, as on disk. */
  readonly file: string;
  /** 1-based; the column counts UTF-16 units as editors do. */
  readonly line: number;
  readonly column: number;
  /** A front matter key, or what part of the file: `본문`, `파일 이름`. */
  readonly field: string;
  /** Key of the message in `text/problems.ts`, kebab-case: `date-impossible`. */
  readonly code: string;
  /** What the message names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The line as it should stand, where that can be known. */
  readonly corrected?: string;
}

/** Sorted by file (code point order), line, column, code; equal problems once. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem) =>
    `${p.file}\u0000${String(p.line).padStart(9, "0")}${String(p.column).padStart(9, "0")}${p.code}`;
  const unique = new Map(problems.map((p) => [key(p) + JSON.stringify(p.values), p]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, p]) => p);
}
