import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { digest } from "#model/digest.ts";

/** Digests of the content that came with Seogo, by path from the repository's root: how an owner's files are told from ours. */
export type Samples = Readonly<Record<string, string>>;

const record = "commands/samples.json";

/** The samples on record; none where the record is missing. */
export function recordedSamples(root: string): Samples {
  const file = join(root, record);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** The page about the author, and what `npm run fresh` puts there for its owner to write. */
export const about = "src/content/pages/about.md";
export const aboutTemplate = `---
title: "소개"
slug: "about"
---

이 글을 쓰는 사람과 이 자리에서 다룰 이야기를 적어 주세요.
`;

/** Whether a file is a sample of ours that nobody edited; line endings play no part. */
export function isUntouchedSample(root: string, path: string, samples: Samples): boolean {
  const file = join(root, path);
  if (samples[path] === undefined || !existsSync(file)) return false;
  return digestOf(file) === samples[path] || (path === about && readFileSync(file, "utf8") === aboutTemplate);
}

/** Every file of `src/content` as it stands, digested. */
function presentContent(root: string): Samples {
  const files = globSync("src/content/**/*", { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
  const paths = files.map((path) => [path.split(sep).join("/"), digestOf(join(root, path))] as const);
  return Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Puts the present content on record as ours. */
export function recordSamples(root: string): void {
  writeFileSync(join(root, record), `${JSON.stringify(presentContent(root), null, 2)}\n`);
}

function digestOf(file: string): string {
  const bytes = readFileSync(file);
  const isText = /\.(?:mdx?|svg|txt)$/u.test(file);
  return digest(isText ? bytes.toString("utf8").replaceAll("\r\n", "\n") : bytes, 16);
}
