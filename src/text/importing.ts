import words from "./importing.json" with { type: "json" };

const inEnglish: Readonly<Record<string, string>> = words;

/** A word that an import writes into a page, in English where the page is not in Korean. */
export const pageWord = (word: string, korean: boolean) => (korean ? word : (inEnglish[word] ?? word));
