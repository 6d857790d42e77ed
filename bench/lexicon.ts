import { withParticles } from "#korean/particles.ts";
import type { Random } from "./random.ts";

/** Nouns that lead the list, so that common words read as Korean; the rest is made of syllables. */
const common =
  "사람 시간 생각 문제 이야기 서비스 데이터 방법 경우 회사 사용 과정 이유 마음 세상 기술 정보 환경 결과 기업 시장 책 글 코드 함수 서버 화면 개발 설정 기능 오류 파일 여행 음식 영화 음악 친구 가족 아이 하루 오늘 아침 저녁 겨울 여름 바다 골목 도서관 문장 기억 오후 부엌 창문 글자 종이 지도 약속 소리 편지 일기 계획 실수 질문 대답 습관 변화 기준 흐름 균형 경험 조건 차이 의미 비용 속도 크기 모양 자리 원칙 선택 연결 규칙 단위 범위 목록 도구 뿌리 나라 도시 학교 병원 은행 정책 제도 산업 고객 사회 문화 역사 언어 감정 관계".split(
    " ",
  );
/** Syllables of Sino-Korean nouns. */
const syllables =
  "가각간감강개거건검격견결경계고공과관광교구국군권규균극근금급기길난남내년노농능단달담당대덕도독동두등락란량력련령로록론료류률리립마만망매면명모목무문물미민밀박반발방배백범법변별병보복본봉부분불비빈사산삼상생서석선설성세소속손송수숙순술승시식신실심아악안암압애야약양어억언업여역연열영예오온옥완외요용우운원월위유육은음응의이익인일임입자작잔장재쟁저적전절점접정제조족존종좌주준중증지직진질집차착찬참창채책처천철첨청체초촉총최추축출충취측치친침쾌타탁탄탈태택토통퇴투특파판편평폐포폭표품풍피필하학한할함합항해핵행향허헌험혁현혈협형혜호혼화확환활황회획효후훈휴흥희".split(
    "",
  );
const tails = ["", "", "", "성", "화", "력", "자", "부", "실", "관", "법", "론", "비", "권", "율", "물", "지", "점"];

/** Endings of a noun, the commoner the earlier; a particle of two forms stands as both. */
const particles =
  "을(를) 이(가) 의 은(는) 에 에서 (으)로 도 과(와) 만 까지 에는 부터 에서는 보다 처럼 이나 에게 마다 이라는 조차 만큼 이라도 으로써".split(
    " ",
  );
/** Endings of `하다` and `되다` after a noun, within a sentence and at its end. */
const within =
  "하는 하고 한 할 해 하지만 된 되는 하면서 하게 하면 했던 해서 하려면 되면서 하기 하던 하거나 되어 하도록 할수록".split(
    " ",
  );
const last =
  "한다,했다,된다,했습니다,합니다,하고 있다,됐다,하지 않는다,할 수 있다,해야 한다,하기로 했다,되지 않았다".split(",");

/** How many nouns there are; with `steepness` it makes 1,000 posts have as many forms of words as real ones have. */
const nouns = 5_300;
const steepness = 1.14;

/** How often a noun is one of those that a post is about, so that a post repeats its words as often as the seed does. */
const topicShare = 0.42;
const topicNouns = 25;

const sums = zipf(nouns, steepness);

/** Draws nouns for one post: common ones far more often (Zipf), a third of them from the few that the post is about. */
export function nounsOf(random: Random): () => string {
  const drawn = () => nounAt(placeIn(sums, random()));
  const topic = Array.from({ length: topicNouns }, drawn);
  return () => (random() < topicShare ? (topic[Math.floor(topicNouns * random())] ?? drawn()) : drawn());
}

/** The noun of a rank, counted from 0; each rank another one. */
export function nounAt(rank: number): string {
  const known = common[rank];
  if (known !== undefined) return known;
  // A step that shares no factor with the number of pairs visits each of them once.
  const pairs = syllables.length ** 2;
  const made = (rank - common.length) * 7_919;
  const pair = made % pairs;
  const [first, second] = [syllables[Math.floor(pair / syllables.length)], syllables[pair % syllables.length]];
  return `${first ?? ""}${second ?? ""}${tails[rank % tails.length] ?? ""}`;
}

/** A noun with a particle, in the form that its last sound asks for. */
export function withParticle(word: string, random: Random): string {
  const ending = particles[Math.floor(particles.length * random() ** 2.2)] ?? "을(를)";
  return withParticles(word + ending);
}

/** A verb made of a noun, as it stands within a sentence. */
export function verbWithin(noun: string, random: Random): string {
  return noun + (within[Math.floor(within.length * random() ** 1.6)] ?? "하는");
}

/** A verb that ends a sentence. */
export function verbLast(noun: string, random: Random): string {
  return noun + (last[Math.floor(last.length * random() ** 1.6)] ?? "한다");
}

/** Sums of the weights of ranks, the last being 1. */
export function zipf(count: number, exponent: number): Float64Array {
  const sum = new Float64Array(count);
  let all = 0;
  for (let rank = 0; rank < count; rank += 1) {
    all += (rank + 1) ** -exponent;
    sum[rank] = all;
  }
  return sum.map((one) => one / all);
}

/** The rank whose share holds a number in [0, 1). */
export function placeIn(sum: Float64Array, at: number): number {
  let [low, high] = [0, sum.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sum[middle] ?? 1) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
