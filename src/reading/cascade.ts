import { readFileSync } from "node:fs";
import type { FileMessage } from "#messages/message.ts";
import { fileReport } from "./file-report.ts";
import { frontData } from "./front-data.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { hiddenBy } from "./hidden.ts";
import { decodeSource } from "./source-text.ts";

/** The name of Hugo's file that says what holds for the posts of its folder and those below. */
export const sectionFile = /(?:^|\/)_index\.(?:md|markdown|mdx)$/iu;

/** An error where such a file hides those posts, which are read without it. */
export function hidingCascade(root: string, file: string): FileMessage[] {
  const ignored = fileReport(file);
  const text = decodeSource(readFileSync(`${root}/${file}`), Number.POSITIVE_INFINITY, ignored) ?? "";
  const data = frontData(splitFrontMatter(text), ignored);
  const found = [data?.["cascade"] ?? []].flat().flatMap((fields) => {
    const { held, unindexed } = typeof fields === "object" && fields !== null ? hiddenBy({ ...fields }) : {};
    return held ?? unindexed ?? [];
  });
  const line = text.split("\n").findIndex((written) => /^\[*["']?cascade\b/u.test(written)) + 1;
  return found.slice(0, 1).map(({ key }) => ({
    severity: "error" as const,
    code: "cascade-hides" as const,
    file,
    line: Math.max(line, 1),
    column: 1,
    field: "cascade",
    values: { hiding: key },
  }));
}
