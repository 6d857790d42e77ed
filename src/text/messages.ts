import astro from "./messages/astro.json" with { type: "json" };
import bodies from "./messages/bodies.json" with { type: "json" };
import commands from "./messages/commands.json" with { type: "json" };
import guards from "./messages/guards.json" with { type: "json" };
import importing from "./messages/importing.json" with { type: "json" };
import markdown from "./messages/markdown.json" with { type: "json" };
import notes from "./messages/notes.json" with { type: "json" };
import reading from "./messages/reading.json" with { type: "json" };
import verify from "./messages/verify.json" with { type: "json" };

const all = { ...astro, ...bodies, ...commands, ...guards, ...importing, ...markdown, ...notes, ...reading, ...verify };

export type Code = keyof typeof all;

export type GuardCode = keyof typeof guards;

export type ImportWarningCode = keyof typeof importing;

/** What is the matter and, where anything is to be done, how to fix it, by code and language; `{name}` stands for the value of that name. */
export const messageTexts: Readonly<Record<Code, Readonly<Record<"ko" | "en", readonly string[]>>>> = all;

/** Parts of a file, as a message names them; a front matter key stands as it is written. */
export const partNames: Record<"ko" | "en", Readonly<Record<string, string>>> = {
  ko: { body: "본문", "file-name": "파일 이름", "front-matter": "글 정보" },
  en: { body: "body", "file-name": "file name", "front-matter": "front matter" },
};
