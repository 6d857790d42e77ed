import words from "./importing.json" with { type: "json" };

/** A word that an import writes into a page, in English where the page is not in Korean. */
export const pageWord = (word: string, korean: boolean) =>
  korean || !(word in words) ? word : words[word as keyof typeof words];
