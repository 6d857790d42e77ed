import { readFileSync } from "node:fs";
import type { FileMessage } from "#messages/message.ts";
import { fileReport } from "./file-report.ts";
import { frontData } from "./front-data.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { type Hidden, hiddenBy } from "./hidden.ts";
import { decodeSource } from "./source-text.ts";

/** The name of Hugo's file that says what holds for the posts of its folder and those below. */
export const sectionFile = /(?:^|\/)_index\.(?:md|markdown|mdx)$/iu;

/** What the front matter of a Markdown file says of who may see it; nothing where it cannot be read. */
export function hiddenIn(file: string, text: string): Hidden {
  return hiddenBy(frontData(splitFrontMatter(text), fileReport(file)) ?? {});
}

/** An error where such a file hides those posts, which are read without it. */
export function hidingCascade(root: string, file: string): readonly FileMessage[] {
  const [report, ignored] = [fileReport(file), fileReport(file)];
  const text = decodeSource(readFileSync(`${root}/${file}`), Number.POSITIVE_INFINITY, ignored) ?? "";
  const cascades = [frontData(splitFrontMatter(text), ignored)?.["cascade"] ?? []].flat();
  const [hiding] = cascades.flatMap((fields) => Object.values(hiddenBy({ ...(fields as object) })));
  const line = text.split("\n").findIndex((written) => /^\[*["']?cascade\b/u.test(written)) + 1;
  if (hiding) report.error({ code: "cascade-hides", field: "cascade", line, values: { hiding: hiding.key } });
  return report.problems;
}
