/** What a word ends in when read aloud: a vowel, ㄹ, or another consonant. */
export type Sound = "vowel" | "rieul" | "consonant";

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
export function latinSound(word: string, afterNumber: boolean): Sound | undefined {
  const unit = afterNumber ? units.get(word) : undefined;
  if (unit !== undefined) return unit;
  const part = /(?:[A-Z]?[a-z]+|[A-Z]+)$/u.exec(word)?.[0] ?? word;
  const isSpelt = /^[A-Z]{1,5}$/u.test(part) || !/[aeiouy]/iu.test(part);
  if (isSpelt) return letterSounds[part.slice(-1).toUpperCase()] ?? "vowel";
  const lower = part.toLowerCase();
  return endings.find(([ending]) => ending.test(lower))?.[1];
}
