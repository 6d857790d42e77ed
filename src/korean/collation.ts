const plain = ["ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"] as const;
/** The groups of Unicode's initial letters from two code points on: doubled ones under the plain as in a book's index, old ones (ᄫ ᅌ ᅙ) and clusters (ᄡ) under those of today. */
const initials: readonly (readonly [from: number, groups: string])[] = [
  [
    0x1100,
    "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎㄴㄴㄴㄴㄷㄹㄹㄹㄹㅁㅁㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅈㅈㅈㅈㅈㅊㅊㅊㅊㅍㅍㅎㅎㄱㄴㄴㄴㄷ",
  ],
  [0xa960, "ㄷㄷㄷㄷㄹㄹㄹㄹㄹㄹㄹㄹㄹㄹㄹㅁㅁㅁㅂㅂㅂㅅㅇㅇㅈㅌㅍㅎㅎ"],
];
/** A group of an index: an initial consonant (초성), Latin letters, digits, or the rest. */
export type IndexGroup = (typeof plain)[number] | "A–Z" | "0–9" | "기타";

/** A text as an index files it: without the mark of a company and without opening signs. */
export function filedName(text: string): string {
  return text.replace(/㈜|\(주\)|주식회사 /gu, "").replace(/^[^\p{L}\p{N}]+/u, "");
}

/** The index group of a text by its first letter or digit, opening signs passed over; Hanja go by their reading. */
export function initialGroup(text: string): IndexGroup {
  const shown = filedName(text.slice(0, 200))
    .normalize("NFKD")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  const first = /[\p{L}\p{Nd}]/u.exec(shown)?.[0] ?? "";
  const code = first.codePointAt(0) ?? 0;
  const initial = initials.map(([from, groups]) => groups[code - from]).find((group) => group !== undefined);
  if (initial !== undefined) return initial as IndexGroup;
  if (/^[Ⅰ-ⅿ]/u.test(filedName(text))) return "0–9";
  if (/^[a-z]/iu.test(first)) return "A–Z";
  if (/^\p{Nd}/u.test(first)) return "0–9";
  return /^\p{Script=Han}/u.test(first) ? hanjaGroup(first) : "기타";
}

/** The Korean collation files Hanja right after the syllable they are read as; rare ones stand after all Hangul. */
function hanjaGroup(hanja: string): IndexGroup {
  if (compareKorean(hanja, "힣") > 0) return "기타";
  let [reading, beyond] = [0xac00, 0xd7a4];
  while (beyond - reading > 1) {
    const middle = (reading + beyond) >> 1;
    if (compareKorean(String.fromCodePoint(middle), hanja) <= 0) reading = middle;
    else beyond = middle;
  }
  const [initial = "", vowel = ""] = String.fromCodePoint(reading).normalize("NFD");
  if (!/[ᄂᄅ]/u.test(initial)) return initialGroup(initial);
  // 두음법칙: ㄴ and ㄹ change or go at a word's beginning (女 여, 李 이, 老 노).
  return /[ᅣᅧᅨᅭᅲᅵ]/u.test(vowel) ? "ㅇ" : "ㄴ";
}

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
