import type { FileMessage } from "#messages/message.ts";

/** What a step found, before the file is known; a place that is not given means the file's first character. */
export type Finding = Pick<FileMessage, "code" | "field"> &
  Partial<Pick<FileMessage, "line" | "column" | "values">> & { readonly corrected?: string | undefined };

/** Collects the problems of one file, so that a step may report and go on. */
export type FileReport = ReturnType<typeof fileReport>;

/** An empty report for the file at `file` (path from the repository's root). */
export function fileReport(file: string) {
  const problems: FileMessage[] = [];
  const add = (severity: FileMessage["severity"]) => (finding: Finding) => {
    const { corrected, line = 1, column = 1, values = {}, ...rest } = finding;
    problems.push({ severity, file, line, column, values, ...rest, ...(corrected === undefined ? {} : { corrected }) });
  };
  return { file, problems, error: add("error"), warning: add("warning") };
}
