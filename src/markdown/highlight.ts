import {
  createBundledHighlighter,
  createCssVariablesTheme,
  createSingletonShorthands,
  type ThemedToken,
} from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { bundledLanguages, bundledLanguagesAlias } from "shiki/langs";

const languages = { ...bundledLanguages, ...bundledLanguagesAlias };
const theme = createCssVariablesTheme({ name: "seogo", variablePrefix: "--", fontStyle: false });
// Shiki keeps the one highlighter and loads a grammar when a block first asks for it.
const shorthands = createSingletonShorthands(
  createBundledHighlighter({
    langs: languages,
    themes: { seogo: theme },
    engine: () => createOnigurumaEngine(import("shiki/wasm")),
  }),
);

/** Five roles, so that a page needs no more than five colours; `inserted` and `deleted` lines of a diff are marked apart. */
const classes: Readonly<Record<string, string>> = {
  keyword: "k-keyword",
  constant: "k-constant",
  function: "k-function",
  comment: "k-comment",
  string: "k-string",
  "string-expression": "k-string",
  link: "k-string",
  inserted: "k-inserted",
  deleted: "k-deleted",
  changed: "k-constant",
};

/** A run of code with its class, absent where it has the text's own colour. */
interface CodeRun {
  content: string;
  readonly className: string | undefined;
}

/** Code coloured by line; the same for the same code on every machine, for no time limit cuts it short. */
export async function colouredLines(code: string, language: string): Promise<CodeRun[][]> {
  const highlighter = await shorthands.getSingletonHighlighter({ langs: [], themes: [] });
  const lang = language as keyof typeof languages;
  const options = { lang, theme: "seogo", tokenizeTimeLimit: 0, tokenizeMaxLineLength: 0 } as const;
  let lines: ThemedToken[][];
  try {
    lines = highlighter.codeToTokensBase(code, options);
  } catch {
    // The first block of its language; asking which are loaded would cost every block more than this costs one.
    await Promise.all([highlighter.loadLanguage(lang), highlighter.loadTheme("seogo")]);
    lines = highlighter.codeToTokensBase(code, options);
  }
  return lines.map(runsOf);
}

/** Neighbours of one class as one run. */
function runsOf(tokens: readonly ThemedToken[]): CodeRun[] {
  const runs: CodeRun[] = [];
  for (const { content, color = "" } of tokens) {
    const role = content.trim() === "" ? "" : (/^var\(--token-([a-z-]+)\)$/u.exec(color)?.[1] ?? "");
    const className = classes[role];
    const last = runs.at(-1);
    if (last && last.className === className) last.content += content;
    else runs.push({ content, className });
  }
  return runs;
}
