import { placed } from "./interface.ts";
import texts from "./markdown.json" with { type: "json" };

function wordsIn(words: typeof texts.ko) {
  return {
    ...words,
    /** The name of the way back to a call of the note; what is seen of those after the first, `↩2`, must be in it. */
    backToText: (note: number, call: number) => placed(call > 1 ? words.backToCall : words.backToText, { note, call }),
    missing: (what: keyof typeof words.missing, alt: string) => words.missing[what] + (alt === "" ? "" : `: ${alt}`),
  };
}

const made = { ko: wordsIn(texts.ko), en: wordsIn(texts.en) };

/** The words that a rendered body says itself, in a language. */
export function interfaceWords(language: "ko" | "en"): typeof made.ko {
  return made[language];
}
