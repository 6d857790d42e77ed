import { counted, placed } from "./interface.ts";
import texts from "./outputs.json" with { type: "json" };

function wordsIn(text: typeof texts.ko) {
  return {
    ...text,
    page: (number: number) => placed(text.page, { number }),
    writtenOn: (day: string) => {
      const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
      return placed(text.writtenOn, { day, year, month, date });
    },
    archiveOf: (title: string, number: number) => placed(text.archiveOf, { title, number }),
    aboutLlms: (author: string, home: string, licence: string | false) =>
      placed(text.aboutLlms, { author, home, licence: licence ? placed(text.licence, { licence }) : "" }),
    found: (words: string, count: number) =>
      placed(count === 0 ? text.foundNothing : text.found, { words, ...counted(count) }),
  };
}

const made = { ko: wordsIn(texts.ko), en: wordsIn(texts.en) };

/** Every word that feeds, the map and heads say, in a site's language. */
export function outputText(language: "ko" | "en"): typeof made.ko {
  return made[language];
}
