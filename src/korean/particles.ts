/** A message with each particle (조사) that is written in both forms, as in `을(를)`, settled by the word before it, where that can be read. */
export function withParticles(message: string): string {
  return message.replace(/을\(를\)|이\(가\)|은\(는\)|과\(와\)|\(으\)로/gu, (written, at: number) => {
    const [closed, open] = written === "(으)로" ? ["으로", "로"] : [written.charAt(0), written.charAt(2)];
    const sound = lastSound(message.slice(0, at));
    if (sound === undefined) return written;
    return sound === "vowel" || (sound === "rieul" && open === "로") ? open : closed;
  });
}

/** What a word ends in when read aloud: a vowel, ㄹ, or another consonant. */
type Sound = "vowel" | "rieul" | "consonant";

const version = /(?:^|[^A-Za-z])(?:MP|Web|HTML|CSS|ES|Vue|Python|PS|Log4j|OAuth|H|A|B|K|USB)[ -]?([0-9])$/iu;
const farthest = 200;
const parenthesis = /(?<=[\p{L}\p{N}+#%].*)\s*(?:\([^()]*\)|\[[^[\]]*\])$/u;
const silent = /[^\p{L}\p{N}+#%‰°]+$/u;

/**
 * The last sound of a word: Hangul by its final consonant, numbers by their Sino-Korean reading, Latin as Koreans read
 * it. Closing quotes and punctuation are silent, and so is a closing parenthesis, as a particle follows the word before
 * it (한글 맞춤법 해설). Undefined where the reading is unknown (Hanja, other scripts).
 */
function lastSound(word: string): Sound | undefined {
  const text = audible(word);
  const last = text.slice(-1);
  // 플러스, 퍼센트, 퍼밀, 도 and 샵.
  if (/[+%‰°#]/u.test(last)) return last === "#" ? "consonant" : "vowel";
  const versioned = version.exec(text);
  // 원 세븐 나인, as after names from English: MP3, HTML5.
  if (versioned) return /[179]/u.test(versioned[1] ?? "") ? "consonant" : "vowel";
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
  // 이 사 오 구; 일 칠 팔; 영 삼 육.
  if (/[2459]/u.test(last)) return "vowel";
  return /[178]/u.test(last) ? "rieul" : "consonant";
}

/** By the last letter of a syllable; one that stands alone is read by its name, ㄱ 기역 and ㄹ 리을. */
function hangulSound(syllable: string): Sound | undefined {
  const last = syllable.normalize("NFD").slice(-1);
  if (/[\u1161-\u1175]/u.test(last)) return "vowel";
  if (/[\u1105\u11af]/u.test(last)) return "rieul";
  return /[\u1100-\u1112\u11a8-\u11c2]/u.test(last) ? "consonant" : undefined;
}

/** Names of letters that end in a consonant: 엘, 알 (ㄹ), 엠, 엔. */
const letterSounds: Readonly<Record<string, Sound>> = { L: "rieul", R: "rieul", M: "consonant", N: "consonant" };

/** Units as read after a number: 킬로그램, 픽셀, 인치 … */
const units: ReadonlyMap<string, Sound> = new Map([
  ...["kg", "g", "mg", "rpm"].map((unit) => [unit, "consonant"] as const),
  ...["mm", "cm", "km", "m", "nm", "ml", "mL", "L"].map((unit) => [unit, "vowel"] as const),
  ["px", "rieul"],
]);

/** How the end of an English word sounds when written in Hangul; the first rule that fits holds. */
const endings: readonly (readonly [RegExp, Sound])[] = [
  [/(?:check|loop|soup|bit|hit|hub)$/u, "vowel"], // 체크 루프 비트 히트 허브 수프
  [/(?:type|out|tweet|private)$/u, "consonant"], // 타입 아웃 트윗 프라이빗
  [/le?$/u, "rieul"], // 구글 메일 파일
  [/[mn]e?$|ng$/u, "consonant"], // 폰 크롬 파이썬 프로그래밍
  [/[aeiouyw]$/u, "vowel"], // 자바 코드 페이지 데이터베이스 윈도
  [/[rsxzhfvjdgq]$/u, "vowel"], // 서버 뉴스 리눅스 플래시 그래프 클라우드 블로그
  [/(?:[aeiou]{2}|[^aeiou])t$/u, "vowel"], // 부트 스크립트 테스트
  [/(?:ee|ea|[^aeiouc])k$/u, "vowel"], // 위크 링크 네트워크
  [/[^aeioup]p$|[^aeiou]c$/u, "vowel"], // 헬프 덤프 싱크
  [/[bpctk]$/u, "consonant"], // 웹 앱 맵 뮤직 봇 북 슬랙
];

/**
 * The last sound of a Latin word as Koreans read it: capitals of up to five letters and words without a vowel by the
 * names of their letters (`SQL` 에스큐엘), a unit after a number in full (`5kg`), other words by their ending (`iPhone` 폰).
 */
function latinSound(word: string, afterNumber: boolean): Sound | undefined {
  const unit = afterNumber ? units.get(word) : undefined;
  if (unit !== undefined) return unit;
  const part = /(?:[A-Z]?[a-z]+|[A-Z]+)$/u.exec(word)?.[0] ?? word;
  const isSpelt = /^[A-Z]{1,5}$/u.test(part) || !/[aeiouy]/iu.test(part);
  if (isSpelt) return letterSounds[part.slice(-1).toUpperCase()] ?? "vowel";
  const lower = part.toLowerCase();
  return endings.find(([ending]) => ending.test(lower))?.[1];
}
