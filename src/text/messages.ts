import type { MessageText } from "./language.ts";
import { bodyMessages } from "./problems-bodies.ts";
import { commandMessages } from "./problems-commands.ts";
import { guardMessages } from "./problems-guards.ts";
import { importWarnings } from "./problems-importing.ts";
import { markdownMessages } from "./problems-markdown.ts";
import { noteMessages } from "./problems-notes.ts";
import { readingEn } from "./problems-reading-en.ts";
import { readingKo } from "./problems-reading.ts";
import { verifyMessages } from "./problems-verify.ts";

const ko = {
  ...bodyMessages.ko,
  ...commandMessages.ko,
  ...importWarnings.ko,
  ...guardMessages.ko,
  ...markdownMessages.ko,
  ...noteMessages.ko,
  ...readingKo,
  ...verifyMessages.ko,
};
const en = {
  ...bodyMessages.en,
  ...commandMessages.en,
  ...importWarnings.en,
  ...guardMessages.en,
  ...markdownMessages.en,
  ...noteMessages.en,
  ...readingEn,
  ...verifyMessages.en,
};

/** Every code a message may have; each has its text in both languages. */
export type Code = keyof typeof ko;

/** The text of every message, by language and code. */
export const messageTexts: Readonly<Record<"ko" | "en", Readonly<Record<Code, MessageText>>>> = { ko, en };

/** Parts of a file, as a message names them; a front matter key stands as it is written. */
export const partNames: Record<"ko" | "en", Readonly<Record<string, string>>> = {
  ko: { body: "본문", "file-name": "파일 이름", "front-matter": "글 정보" },
  en: { body: "body", "file-name": "file name", "front-matter": "front matter" },
};

/** What stands around messages: a line that counts them, and one for those that are not shown. */
export const reportWords = {
  ko: {
    error: (count: number) => `고쳐야 할 곳 ${count}군데`,
    warning: (count: number) => `살펴볼 곳 ${count}군데`,
    more: (count: number) => `같은 종류가 ${count}군데 더 있습니다`,
  },
  en: {
    error: (count: number) => `${count} to fix`,
    warning: (count: number) => `${count} to look at`,
    more: (count: number) => `${count} more of this kind`,
  },
};
