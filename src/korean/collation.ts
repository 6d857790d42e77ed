const plain = ["ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"] as const;
/** The groups of Unicode's initial letters from two code points on: doubled ones under the plain as in a book's index, old ones (ᄫ ᅌ ᅙ) and clusters (ᄡ) under those of today. */
const initials: readonly (readonly [from: number, groups: string])[] = [
  [
    0x1100,
    "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎㄴㄴㄴㄴㄷㄹㄹㄹㄹㅁㅁㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅂㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅅㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅈㅈㅈㅈㅈㅊㅊㅊㅊㅍㅍㅎㅎㄱㄴㄴㄴㄷ",
  ],
  [0xa960, "ㄷㄷㄷㄷㄹㄹㄹㄹㄹㄹㄹㄹㄹㄹㄹㅁㅁㅁㅂㅂㅂㅅㅇㅇㅈㅌㅍㅎㅎ"],
];
/** 두음법칙: Hanja read with ㄴ or ㄹ before these vowels lose or change it at a word's beginning (女 여, 李 이, 老 노). */
const softened = new Set(["ㅑ", "ㅕ", "ㅖ", "ㅛ", "ㅠ", "ㅣ"]);
const vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/** The first syllable of each plain initial consonant. */
const firstSyllables = "가나다라마바사아자차카타파하";

/** A group of an index: an initial consonant (초성), Latin letters, digits, or the rest. */
export type IndexGroup = (typeof plain)[number] | "A–Z" | "0–9" | "기타";

/** The index group of a text by its first letter or digit, opening signs passed over; Hanja go by their reading. */
export function initialGroup(text: string): IndexGroup {
  const name = text.slice(0, 200).replace(/㈜|\(주\)|주식회사 /gu, "");
  const shown = name.normalize("NFKD").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  const first = /[\p{L}\p{Nd}]/u.exec(shown)?.[0] ?? "";
  const code = first.codePointAt(0) ?? 0;
  const initial = initials.map(([from, groups]) => groups[code - from]).find((group) => group !== undefined);
  if (initial !== undefined) return initial as IndexGroup;
  if (/^[^\p{L}\p{N}]*[Ⅰ-ⅿ]/u.test(text)) return "0–9";
  if (/^[a-z]/iu.test(first)) return "A–Z";
  if (/^\p{Nd}/u.test(first)) return "0–9";
  return /^\p{Script=Han}/u.test(first) ? hanjaGroup(first) : "기타";
}

/** The Korean collation files Hanja right after the syllable they are read as; rare ones stand after all Hangul. */
function hanjaGroup(hanja: string): IndexGroup {
  if (compareKorean(hanja, "힣") > 0) return "기타";
  const group = plain[lastIndexBefore(firstSyllables, hanja)] ?? "기타";
  if (group !== "ㄴ" && group !== "ㄹ") return group;
  const base = 0xac00 + (group === "ㄴ" ? 2 : 5) * 588;
  const syllables = [...vowels].map((_, at) => String.fromCodePoint(base + at * 28)).join("");
  const isSoft = softened.has(vowels[lastIndexBefore(syllables, hanja)] ?? "");
  return isSoft ? "ㅇ" : "ㄴ";
}

function lastIndexBefore(syllables: string, hanja: string): number {
  return [...syllables].findLastIndex((syllable) => compareKorean(syllable, hanja) <= 0);
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
