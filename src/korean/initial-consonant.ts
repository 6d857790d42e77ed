import { compareKorean } from "./collation.ts";

const plain = ["ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"] as const;
/** The nineteen initial consonants of Unicode's syllables, doubled ones under the plain as in a book's index. */
const initials = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
/** The first syllable of each plain initial consonant. */
const firstSyllables = "가나다라마바사아자차카타파하";

/** A group of an index: an initial consonant (초성), Latin letters, digits, or the rest. */
export type IndexGroup = (typeof plain)[number] | "A–Z" | "0–9" | "기타";

/** The index group of a text by its first letter or digit, opening signs passed over; Hanja go by their reading. */
export function initialGroup(text: string): IndexGroup {
  const first =
    /[\p{L}\p{Nd}]/u.exec(
      text
        .slice(0, 200)
        .normalize("NFKD")
        .replace(/\p{Default_Ignorable_Code_Point}/gu, ""),
    )?.[0] ?? "";
  const code = first.codePointAt(0) ?? 0;
  if (code >= 0x1100 && code <= 0x1112) return groupAt(initials, code - 0x1100);
  if (/^[a-z]/iu.test(first)) return "A–Z";
  if (/^\p{Nd}/u.test(first)) return "0–9";
  return /^\p{Script=Han}/u.test(first) ? hanjaGroup(first) : "기타";
}

function groupAt(letters: string, index: number): IndexGroup {
  return plain.find((consonant) => consonant === letters[index]) ?? "기타";
}

/** The Korean collation files Hanja right after the syllable they are read as; rare ones stand after all Hangul. */
function hanjaGroup(hanja: string): IndexGroup {
  if (compareKorean(hanja, "힣") > 0) return "기타";
  const index = [...firstSyllables].findLastIndex((syllable) => compareKorean(syllable, hanja) <= 0);
  return plain[index] ?? "기타";
}
