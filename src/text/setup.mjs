// Plain JavaScript that Node 20 reads: these words are needed before anything is installed.
import { readFileSync } from "node:fs";

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = /^en/iu.test(LC_ALL || LC_MESSAGES || LANG || "") ? "en" : "ko";
/** @type {Record<string, { ko: string, en: string }>} */
const words = JSON.parse(readFileSync(new URL("words/setup.json", import.meta.url), "utf8"));

/**
 * What installing and starting say, in English where the locale begins with `en`, else in Korean; `{name}` stands for the value of that name.
 *
 * @param {string} word
 * @param {Record<string, string>} values
 */
export function setupSaid(word, values = {}) {
  const said = words[word]?.[language] ?? word;
  return said.replace(/\{(\w+)\}/gu, (_, name) => values[name] ?? "");
}
