const collator = new Intl.Collator("ko", {
  usage: "sort",
  sensitivity: "variant",
  caseFirst: "false",
  ignorePunctuation: false,
  numeric: true,
});

/**
 * Dictionary order for Korean readers (CLDR root and `ko`): digits by value, Hangul with Hanja at their readings, then
 * Latin; ties by code point. The machine's own language plays no part.
 */
export function compareKorean(a: string, b: string): number {
  return collator.compare(a.normalize("NFC"), b.normalize("NFC")) || (a < b ? -1 : a > b ? 1 : 0);
}
