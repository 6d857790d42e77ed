const plain = ["ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"] as const;
/** The nineteen initial consonants of Unicode's syllables, doubled ones under the plain as in a book's index. */
const initials = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
/** Initials of old letters under those of today's: ᄫ ᅌ ᅙ and clusters such as ᄡ. */
const oldInitials: readonly (readonly [RegExp, IndexGroup])[] = [
  [/[\u1113-\u1116]/u, "ㄴ"],
  [/[\u1117\u115e]/u, "ㄷ"],
  [/[\u1118-\u111b\ua964-\ua96e]/u, "ㄹ"],
  [/[\u111c\u111d\ua96f-\ua971]/u, "ㅁ"],
  [/[\u111e-\u112c\ua972-\ua974]/u, "ㅂ"],
  [/[\u112d-\u113f]/u, "ㅅ"],
  [/[\u1140-\u114c]/u, "ㅇ"],
  [/[\u114d-\u1151]/u, "ㅈ"],
  [/[\u1152-\u1155]/u, "ㅊ"],
  [/[\u1156\u1157]/u, "ㅍ"],
  [/[\u1158-\u1159]/u, "ㅎ"],
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
  if (code >= 0x1100 && code <= 0x1112) return initials[code - 0x1100] as IndexGroup;
  const old = oldInitials.find(([letters]) => letters.test(first));
  if (old) return old[1];
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
