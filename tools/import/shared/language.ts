import type { SourcePage } from "./source-page.ts";

/** Whether a text's letters are Hangul to a tenth at least; code, addresses and markup count as letters too, so a tenth is much. */
export function isKorean(text: string): boolean {
  const sample = text.slice(0, 6000);
  const hangul = sample.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return hangul >= 2 && hangul * 10 >= letters;
}

/**
 * The language to import: the one asked for; else the one with most Korean posts (settings may call it `en-us`);
 * else the site's own.
 */
export function chosenLanguage(pages: readonly SourcePage[], asked: string | undefined, usual: string): string {
  if (asked !== undefined) return asked;
  const counts = new Map<string, number>();
  for (const { korean, language } of pages) if (korean) counts.set(language, (counts.get(language) ?? 0) + 1);
  const best = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0];
  return best === undefined ? usual : best[0];
}
