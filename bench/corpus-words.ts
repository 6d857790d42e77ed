import { particle } from "#korean/particles.ts";
import { oneOf } from "./random.ts";

type Random = () => number;

const subjects =
  "사람 시간 바다 골목 도서관 강물 데이터 시스템 문장 기억 오후 겨울 친구 회사 부엌 창문 서버 네트워크 함수 배열 글자 종이 책장 언덕 시장 버스 지도 약속 마음 소리 그림자 햇빛 정류장 편지 일기 계획 실수 질문 대답 화면".split(
    " ",
  );
const objects =
  "이야기 방법 이유 순서 구조 습관 변화 결과 과정 기준 흐름 균형 경험 문제 조건 차이 의미 비용 속도 크기 모양 자리 원칙 선택 연결 규칙 단위 범위 목록 도구".split(
    " ",
  );
const verbs =
  "살펴본다,정리한다,기다린다,바꾼다,지나간다,기록한다,떠올린다,고친다,나눈다,이어 간다,확인한다,설명한다,쌓아 올린다,견딘다,잊지 않는다,다시 읽는다,적어 둔다,비교한다,선택한다,받아들인다".split(
    ",",
  );
const adverbs =
  "천천히,가끔,분명히,어쩌면,결국,대체로,자주,조용히,한 번 더,먼저,나중에,문득,오래도록,가까스로,꼼꼼히".split(",");
const endings = ["그래서", "하지만", "그리고", "물론", "다만", "예를 들어", "그런데", "돌이켜 보면"];
const tags = Array.from(
  { length: 200 },
  (_, index) => `${oneOf(subjects, stepped(index))}${index < 40 ? "" : ` ${index}`}`,
);

function stepped(index: number): Random {
  return () => ((index * 37) % subjects.length) / subjects.length;
}

/** A title of two or three words. */
export function titleOf(random: Random): string {
  return `${oneOf(subjects, random)}의 ${oneOf(objects, random)}, ${oneOf(subjects, random)}`;
}

/** Two to five tags, common ones far more often (Zipf). */
export function tagsOf(random: Random): string[] {
  const count = 2 + Math.floor(random() * 4);
  return [...new Set(Array.from({ length: count }, () => tags[Math.floor(tags.length ** random()) - 1] ?? "사람"))];
}

/** A body of headings, paragraphs, now and then code, a table, a list, a quotation, Korean emphasis. */
export function bodyOf(random: Random): string {
  const sections = 4 + Math.floor(random() * 5);
  const blocks: string[] = [];
  for (let section = 0; section < sections; section += 1) {
    blocks.push(`## ${oneOf(subjects, random)} ${section + 1}: ${oneOf(objects, random)}`);
    const paragraphs = 3 + Math.floor(random() * 4);
    for (let index = 0; index < paragraphs; index += 1) blocks.push(paragraph(random));
    if (random() < 0.033) blocks.push(code(random));
    if (random() < 0.018) blocks.push(table(random));
    if (random() < 0.1) blocks.push(list(random));
    if (random() < 0.06) blocks.push(`> ${sentence(random)}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

function paragraph(random: Random): string {
  return Array.from({ length: 4 + Math.floor(random() * 5) }, () => sentence(random)).join(" ");
}

function sentence(random: Random): string {
  const [subject, second, object] = [oneOf(subjects, random), oneOf(subjects, random), oneOf(objects, random)];
  const shown = random() < 0.04 ? `**${object}(${second})**` : object;
  const lead = random() < 0.3 ? `${oneOf(endings, random)} ` : "";
  const number = random() < 0.08 ? ` ${Math.floor(random() * 90 + 10)}번째` : "";
  return `${lead}${subject}에서${number} ${oneOf(adverbs, random)} ${second}의 ${shown}${particle(shown === object ? object : second, "을/를")} ${oneOf(verbs, random)}.`;
}

function code(random: Random): string {
  const name = `value${Math.floor(random() * 1000)}`;
  return [
    "```js",
    `const ${name} = [1, 2, 3].map((n) => n * ${Math.floor(random() * 9)});`,
    `for (const item of ${name}) {`,
    `  console.log("${oneOf(objects, random)}", item); // ${oneOf(subjects, random)}`,
    "}",
    "```",
  ].join("\n");
}

function table(random: Random): string {
  const row = () => `| ${oneOf(subjects, random)} | ${oneOf(objects, random)} | ${Math.floor(random() * 1000)} |`;
  return ["| 이름 | 뜻 | 값 |", "| --- | --- | ---: |", ...Array.from({ length: 4 }, row)].join("\n");
}

function list(random: Random): string {
  return Array.from({ length: 4 }, () => `- ${oneOf(objects, random)}: ${sentence(random)}`).join("\n");
}
