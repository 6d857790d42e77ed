import { commandMessages } from "./problems-commands.ts";
import { guardMessages } from "./problems-guards.ts";
import { en as markdownEn, ko as markdownKo } from "./problems-markdown.ts";
import { readingEn } from "./problems-reading-en.ts";
import { readingKo } from "./problems-reading.ts";

/** The text of every message, by language and code. */
export const messageTexts = {
  ko: { ...commandMessages.ko, ...guardMessages.ko, ...markdownKo, ...readingKo },
  en: { ...commandMessages.en, ...guardMessages.en, ...markdownEn, ...readingEn },
};

/** Every code a message may have; each has its text in both languages. */
export type Code = keyof typeof messageTexts.ko;
