import type { Code } from "#text/messages.ts";
import type { FileMessage } from "#messages/message.ts";

/** What a step found, before the file is known; a place that is not given means the file's first character. */
export interface Finding {
  readonly code: Code;
  readonly field: string;
  readonly line?: number;
  readonly column?: number;
  readonly values?: FileMessage["values"];
  readonly corrected?: string | undefined;
}

/** Collects the problems of one file, so that a step may report and go on. */
export interface FileReport {
  readonly file: string;
  readonly problems: readonly FileMessage[];
  readonly error: (finding: Finding) => void;
  readonly warning: (finding: Finding) => void;
}

/** An empty report for the file at `file` (path from the repository's root). */
export function fileReport(file: string): FileReport {
  const problems: FileMessage[] = [];
  const add = (severity: FileMessage["severity"]) => (finding: Finding) => {
    const { corrected, line = 1, column = 1, values = {}, ...rest } = finding;
    problems.push({ severity, file, line, column, values, ...rest, ...(corrected === undefined ? {} : { corrected }) });
  };
  return { file, problems, error: add("error"), warning: add("warning") };
}
