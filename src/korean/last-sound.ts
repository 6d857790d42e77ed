import { latinSound, type Sound } from "./english-sound.ts";

/** Signs that are read aloud at a word's end: 플러스, 샵, 퍼센트, 도. */
const signs: Readonly<Record<string, Sound>> = {
  "+": "vowel",
  "#": "consonant",
  "%": "vowel",
  "‰": "vowel",
  "°": "vowel",
};
/** 영 일 이 삼 사 오 육 칠 팔 구: those that end in a vowel, and those that end in ㄹ. */
const openDigits = "2459";
const rieulDigits = "178";

/** 제로 원 투 쓰리 포 파이브 식스 세븐 에이트 나인, as after names from English: MP3, HTML5. */
const englishDigits: readonly Sound[] = [
  ...(["vowel", "consonant", "vowel", "vowel", "vowel"] as const),
  ...(["vowel", "vowel", "consonant", "vowel", "consonant"] as const),
];

const farthest = 200;
const parenthesis = /(?<=[\p{L}\p{N}+#%].*)\s*(?:\([^()]*\)|\[[^[\]]*\])$/u;
const silent = /[^\p{L}\p{N}+#%‰°]+$/u;

/**
 * The last sound of a word: Hangul by its final consonant, numbers by their Sino-Korean reading, Latin as Koreans read
 * it. Closing quotes and punctuation are silent, and so is a closing parenthesis, as a particle follows the word before
 * it (한글 맞춤법 해설). Undefined where the reading is unknown (Hanja, other scripts).
 */
export function lastSound(word: string): Sound | undefined {
  const text = audible(word);
  const last = text.slice(-1);
  const sign = signs[last];
  if (sign !== undefined) return sign;
  const versioned = /(?:^|[^A-Za-z])(?:MP|Web|HTML|CSS|ES|Vue|Python|PS|Log4j|OAuth|H|A|B|K|USB)[ -]?([0-9])$/iu.exec(
    text,
  );
  if (versioned) return englishDigits[Number(versioned[1])];
  const number = /[0-9][0-9,.]*$/u.exec(text);
  if (number) return numberSound(number[0]);
  const latin = /[A-Za-z]+$/u.exec(text.normalize("NFD").replace(/\p{M}+/gu, ""));
  if (latin) return latinSound(latin[0], /[0-9] ?$/u.test(text.slice(0, -latin[0].length)));
  return hangulSound(last);
}

/** The part that is read aloud, in compatibility form: `㈜` as `(주)`, `㎞` as `km`, `Ⅲ` as `3`. */
function audible(word: string): string {
  const end = word.slice(-farthest).replace(/[Ⅰ-Ⅻ]/gu, (roman) => String(roman.charCodeAt(0) - 0x215f));
  let text = end.replaceAll("™", "").normalize("NFKC");
  for (let before = ""; before !== text;) {
    before = text;
    text = text
      .replace(silent, (ending) => (/[)\]]/u.test(ending) ? ending.replace(/[^)\]]+$/u, "") : ""))
      .replace(parenthesis, "");
  }
  return text.replace(silent, "");
}

/** Numbers that end in zeros end in 십 백 천 만 억, with the one vowel 조 at twelve to fifteen zeros. */
function numberSound(written: string): Sound {
  const zeros = /0*$/u.exec(written.replaceAll(",", ""))?.[0].length ?? 0;
  if (zeros >= 12 && zeros <= 15 && !written.includes(".")) return "vowel";
  const last = written.slice(-1);
  if (openDigits.includes(last)) return "vowel";
  return rieulDigits.includes(last) ? "rieul" : "consonant";
}

function hangulSound(letter: string): Sound | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? "vowel" : final === 8 ? "rieul" : "consonant";
  }
  // NFKC turns a lone letter such as ㄱ (기역) into a conjoining one; ㄹ is read 리을.
  if (code === 0x1105 || code === 0x11af) return "rieul";
  if (code >= 0x1161 && code <= 0x1175) return "vowel";
  return (code >= 0x1100 && code <= 0x1112) || (code >= 0x11a8 && code <= 0x11c2) ? "consonant" : undefined;
}
