import { withParticles } from "#korean/particles.ts";
import type { Values } from "./interface.ts";
import { messageLanguage } from "./language.ts";
import importing from "./words/importing.json" with { type: "json" };
import publishing from "./words/publishing.json" with { type: "json" };
import upgrading from "./words/upgrading.json" with { type: "json" };
import usage from "./words/usage.json" with { type: "json" };
import writing from "./words/writing.json" with { type: "json" };

const all = { ...importing, ...publishing, ...upgrading, ...usage, ...writing };

export type Word = keyof typeof all;

/** What commands say beside messages, in both languages, in one line or several; `{name}` stands for the value of that name. */
export const words: Readonly<Record<Word, Readonly<Record<"ko" | "en", string | readonly string[]>>>> = all;

/** What a command says, in the language of its messages unless another is asked for. */
export function said(word: Word, values: Values = {}, language = messageLanguage()): string {
  return filled([words[word][language]].flat().join("\n"), (name) => values[name] ?? "");
}

/** A sentence with the value of each `{name}`, and with the particles that agree. */
export function filled(sentence: string, value: (name: string) => string | number): string {
  return withParticles(sentence.replace(/\{(\w+)\}/gu, (_, name: string) => String(value(name))));
}
