import type { Problem } from "./problems.ts";

/** What a step found, before the file is known; a place that is not given means the file's first character. */
export interface Finding {
  readonly code: string;
  readonly field: string;
  readonly line?: number;
  readonly column?: number;
  readonly values?: Problem["values"];
  readonly corrected?: string | undefined;
}

/** Collects the problems of one file, so that a step may report and go on. */
export interface FileReport {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly error: (finding: Finding) => void;
  readonly warning: (finding: Finding) => void;
}

/** An empty report for the file at `file` (path from the repository's root). */
export function fileReport(file: string): FileReport {
  const problems: Problem[] = [];
  const add = (severity: Problem["severity"]) => (finding: Finding) => {
    const { corrected, line = 1, column = 1, values = {}, ...rest } = finding;
    problems.push({ severity, file, line, column, values, ...rest, ...(corrected === undefined ? {} : { corrected }) });
  };
  return { file, problems, error: add("error"), warning: add("warning") };
}
