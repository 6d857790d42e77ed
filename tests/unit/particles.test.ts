import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withParticles } from "#korean/particles.ts";
import { hostileText } from "../fixtures/model/hostile-text.ts";
import { assertHolds } from "../random.ts";

const written = {
  "을/를": "을(를)",
  "이/가": "이(가)",
  "은/는": "은(는)",
  "과/와": "과(와)",
  "으로/로": "(으)로",
} as const;
type Particle = keyof typeof written;

function particle(word: string, pair: Particle): string {
  return withParticles(word + written[pair]).slice(word.length);
}

function holds(rows: string, pair: Particle): void {
  const [closed = "", open = ""] = pair.split("/");
  for (const row of rows.trim().split(/\s*\|\s*/u)) {
    const form = row.endsWith(closed) ? closed : open;
    assert.ok(row.endsWith(form), row);
    assert.equal(particle(row.slice(0, -form.length), pair), form, row);
  }
}

test("Hangul goes by its final consonant, ㄹ taking 로", () => {
  holds("책을 | 나무를 | 서울을 | 값을", "을/를");
  holds("책이 | 나무가", "이/가");
  holds("책은 | 나무는", "은/는");
  holds("책과 | 나무와", "과/와");
  holds("서울로 | 책으로 | 나무로 | 제주로 | 부산으로", "으로/로");
  holds("ㄱ을 | ㅏ를 | ㄹ을", "을/를");
  assert.equal(particle("책".normalize("NFD"), "을/를"), "을");
  assert.equal(particle("서울".normalize("NFD"), "으로/로"), "로");
});

test("numbers go by their reading", () => {
  holds("3이 | 2가 | 1이 | 0이 | 9가 | 2026이 | 2025가", "이/가");
  holds("2020은 | 10은 | 100은 | 1000은 | 10000은 | 1,000은 | 1.2는 | ①은 | Ⅲ은 | Ⅱ는 | ７은", "은/는");
  holds(
    "1을 | 10을 | 2를 | 3만을 | 1000000000000를 | 1,000,000,000,000를 | 1000000000000000를 | 10000000000000000을 | 100,000,000을",
    "을/를",
  );
  holds("10으로 | 1로 | 7로 | 8로 | 3으로 | 6으로 | 2로 | 100으로 | 1000으로", "으로/로");
});

test("acronyms go by the names of their letters", () => {
  holds("LG가 | AI가 | OpenAI가 | CPU가 | VM이 | R이 | C가", "이/가");
  holds(
    "MP3는 | HTML5는 | Web3는 | A1은 | 3은 | SQL은 | PostgreSQL은 | GraphQL은 | API는 | iOS는 | npm은 | html은 | css는 | JSON은 | LLM은",
    "은/는",
  );
  holds(
    "CSS3는 | ES6는 | ES3는 | A3는 | HTML3는 | DNA3은 | Vue3는 | Python3는 | Log4j3는 | OAuth3는 | USB3는 | PS3는 | H3는 | B3는 | K3는 | GOOGLE은",
    "은/는",
  );
  holds("HTML을 | URL을 | PDF를 | 3D를 | USB를 | UDP를", "을/를");
  holds("URL로 | HTML로 | RAM으로 | SSD로", "으로/로");
});

test("English words go by how their ending is written in Hangul", () => {
  holds(
    "iPhone을 | Google을 | Chrome을 | Python을 | email을 | file을 | YouTube를 | Java를 | Node를 | page를 | database를 | server를 | software를 | Windows를 | Linux를",
    "을/를",
  );
  holds(
    "GitHub는 | web은 | app은 | map은 | Facebook은 | chip은 | trip은 | Slack은 | network는 | link는 | check는 | TypeScript는 | React는 | Git은 | Internet은 | boot는 | layout은 | type은 | recipe는 | loop는 | soup는 | menu는 | flash는 | diff는 | shop은 | spec은 | doc은",
    "은/는",
  );
  holds("bit를 | hit를 | tweet을 | private을 | coding을 | week를 | break를 | myDB를 | MyDb를", "을/를");
  holds("Excel로 | Markdown으로 | blog로 | Android로 | help로 | sync로 | music으로 | café로", "으로/로");
});

test("quotes, brackets, punctuation and what stands in parentheses are not read", () => {
  holds(
    "‘말’이 | “글”이 | 『책』이 | '나무'가 | 초개인화!가 | 끝…이 | 삼성전자(주)가 | 카카오㈜가 | 강조(설명)가 | MWC(Mobile World Congress)가 | ‘강조(설명)’가 | (책)이",
    "이/가",
  );
  holds("5g은 | 5mg은 | 5rpm은 | 5mm는 | 5cm는 | 5m는 | 5nm는 | 5ml는 | 5mL는 | 5L는 | 5px은", "은/는");
  holds("5px로 | 5kg으로 | 5cm로", "으로/로");
  holds("나무™가 | 나무[주]가 | 책[긴 설명]이 | 100%(전부)가", "이/가");
  holds("C++는 | C#은 | 100%는 | 5℃는 | 5kg은 | 30㎞는 | 파티 🎉는 | 글\u200b은", "은/는");
});

test("an unknown reading shows both forms", () => {
  assert.equal(particle("漢字", "을/를"), "을(를)");
  assert.equal(particle("漢字", "으로/로"), "(으)로");
  for (const word of ["", "🎉", "\ud800", "???", "Ω"]) assert.equal(particle(word, "이/가"), "이(가)");
});

test("any word gets one of the forms", () => {
  assertHolds(
    fc.property(hostileText, (word) => {
      assert.ok(["은", "는", "은(는)"].includes(particle(word, "은/는")));
      assert.equal(particle(word, "이/가") === "가", particle(word, "과/와") === "와");
    }),
    1000,
  );
  assert.equal(particle("(".repeat(10_000), "이/가"), "이(가)");
  assert.equal(particle(`책${")".repeat(10_000)}`, "이/가"), "이(가)");
});

test("a message's double forms are settled by the word before", () => {
  const table: [string, string][] = [
    ["날짜 2020-13-01을(를) 읽을 수 없습니다", "날짜 2020-13-01을 읽을 수 없습니다"],
    ["‘핀테크’이(가) ‘테크핀’(으)로", "‘핀테크’가 ‘테크핀’으로"],
    ["src/content/posts/글.md과(와) 책과(와)", "src/content/posts/글.md와 책과"],
    ["<none>을(를) 글자로, 漢字은(는) 그대로", "<none>을 글자로, 漢字은(는) 그대로"],
    ["을(를)", "을(를)"],
  ];
  for (const [written, settled] of table) assert.equal(withParticles(written), settled);
});
