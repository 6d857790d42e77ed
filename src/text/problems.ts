import { withParticles } from "#korean/particles.ts";
import type { Problem } from "#reading/problems.ts";
import { guardMessages } from "./problems-guards.ts";
import { en as markdownEn, ko as markdownKo } from "./problems-markdown.ts";
import { readingEn } from "./problems-reading-en.ts";
import { readingKo } from "./problems-reading.ts";

/** The language messages are printed in. */
export type MessageLanguage = "ko" | "en";

type Message = (values: Problem["values"]) => { readonly what: string; readonly fix: string };

const rooms: Record<MessageLanguage, Readonly<Record<string, Message>>> = {
  ko: { ...guardMessages.ko, ...markdownKo, ...readingKo },
  en: { ...guardMessages.en, ...markdownEn, ...readingEn },
};

const fields: Record<MessageLanguage, Readonly<Record<string, string>>> = {
  ko: {},
  en: { 본문: "body", "파일 이름": "file name", 머리말: "front matter" },
};

const words = {
  ko: {
    errors: (count: number) => `고쳐야 할 곳 ${String(count)}군데`,
    warnings: (count: number) => `살펴볼 곳 ${String(count)}군데`,
  },
  en: {
    errors: (count: number) => `${String(count)} to mend`,
    warnings: (count: number) => `${String(count)} to look at`,
  },
} as const;

/** English where the environment's language begins with `en`, else Korean. */
export function messageLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): MessageLanguage {
  const written = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^en/iu.test(written) ? "en" : "ko";
}

/** What a problem says: `what` is wrong and how to `fix` it. */
export function messageOf(
  problem: Problem,
  language: MessageLanguage,
): { readonly what: string; readonly fix: string } {
  const message = rooms[language][problem.code];
  if (message === undefined) return { what: problem.code, fix: JSON.stringify(problem.values) };
  const { what, fix } = message({ file: problem.file, ...problem.values });
  return { what: withParticles(what), fix: withParticles(fix) };
}

/** `파일:줄:열  필드 — 무엇이 — 이렇게 고치세요`, and the corrected line below where it is known. */
export function problemLine(problem: Problem, language: MessageLanguage): string {
  const { what, fix } = messageOf(problem, language);
  const field = fields[language][problem.field] ?? problem.field;
  const place = `${problem.file}:${String(problem.line)}:${String(problem.column)}`;
  const corrected = problem.corrected === undefined ? "" : `\n    ${problem.corrected}`;
  return `${place}  ${field} — ${what} — ${fix}${corrected}`;
}

/** All problems of one severity under a line that counts them; empty where there are none. */
export function problemReport(
  problems: readonly Problem[],
  severity: Problem["severity"],
  language: MessageLanguage,
): string {
  const chosen = problems.filter((problem) => problem.severity === severity);
  if (chosen.length === 0) return "";
  const head = severity === "error" ? words[language].errors(chosen.length) : words[language].warnings(chosen.length);
  return [head, ...chosen.map((problem) => problemLine(problem, language))].join("\n");
}
