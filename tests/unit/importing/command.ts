import { spawnSync } from "node:child_process";
import type { Values } from "#text/interface.ts";
import { said, type Word } from "#text/words.ts";

/** A post of this title. */
export const post = (title: string, body = "글") => `---\ntitle: ${title}\ndate: 2020-01-01\n---\n${body}\n`;
/** What an import says in Korean. */
export const text = (word: Word, values: Values) => said(word, values, "ko");

/** Runs `npm run import` in Korean. */
export function command(args: readonly string[]) {
  const env = { ...process.env, LANG: "ko_KR.UTF-8" };
  return spawnSync(process.execPath, ["commands/import.ts", ...args], { encoding: "utf8", env });
}
