import assert from "node:assert/strict";
import { test } from "node:test";
import { rendered } from "./setting.ts";

async function drawnOf(source: string): Promise<{ html: string; words: string[] }> {
  const { html, warnings } = await rendered(`\`\`\`mermaid\n${source}\n\`\`\``);
  assert.deepEqual(warnings, [], source);
  const words = [...html.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/gu)].map(([, text = ""]) =>
    text.replace(/<\/tspan>(?=<)/gu, " ").replace(/<[^>]*>/gu, ""),
  );
  return { html, words };
}

/** Where the lines of life stand, from left to right. */
const livesIn = (html: string) =>
  [...html.matchAll(/<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"[^>]*dasharray="6 4"/gu)].flatMap(([, x, end]) =>
    x === end ? [Number(x)] : [],
  );

test("messages fit between the lines they lead from and to, and the names stay as they are", async () => {
  const long = "인가 코드를 담아 콜백 주소로 돌려보낸다";
  const { html, words } = await drawnOf(
    `sequenceDiagram\n  participant A as 앱\n  participant B as 인증 서버\n  participant C\n  A->>B: ${long}\n  B->>B: ${long}\n  C->>A: ${long}\n  C->>C: ${long}`,
  );
  const [a = 0, b = 0, c = 0] = livesIn(html);
  assert.ok(b - a > 11 * long.length && c - b > 11 * long.length, [a, b, c].join(" "));
  assert.ok(c - b < 400, "words to the last one need no room before it");
  assert.deepEqual(words.slice(-3), ["앱", "인증 서버", "C"]);
  assert.match(html, /<rect x="[\d.]+" y="30" width="80" height="40"/u);
});

test("notes stand before the first message too, and are as high as their words", async () => {
  const { html, words } = await drawnOf(
    "sequenceDiagram\n  Note over A,B: 먼저\n  A->>B: 안녕\n  Note right of B: 하나<br>둘<br/>셋\n  B->>A: 응",
  );
  assert.deepEqual(words, ["안녕", "응", "먼저", "하나 둘 셋", "A", "B"]);
  const sheets = [...html.matchAll(/<polygon points="([^"]*)" fill="var\(--paper/gu)].map(([, points = ""]) => {
    const levels = points.split(" ").map((point) => Number(point.split(",")[1]));
    return [Math.min(...levels), Math.max(...levels)];
  });
  assert.deepEqual(
    sheets.map(([top = 0, bottom = 0]) => bottom - top > 40),
    [false, true],
  );
  const answer = Number(/<text [^>]* y="([\d.]+)"[^>]*>응/u.exec(html)?.[1]);
  assert.ok(answer - 11 > (sheets[1]?.[1] ?? Infinity), "the next message lies below");
});

test("lines of life lie under frames and words", async () => {
  const { html } = await drawnOf("sequenceDiagram\n  actor 철수\n  loop 날마다\n    철수-x영희: 안녕\n  end");
  assert.ok(html.lastIndexOf('x2="80"') < html.indexOf(">loop"), "a frame's name hides the line behind it");
  assert.match(html, /stroke="var\(--paper, #fff\)" stroke-width="4"[^>]*paint-order="stroke"[^>]*>✕ 안녕/u);
  assert.match(html, /<g transform="translate\(0, -24\)">/u);
});

test("an entity shows what is said of its columns, in a box as wide as its words", async () => {
  const remark = "로그인에 쓰는 메일 주소";
  const { html, words } = await drawnOf(
    `erDiagram\n  회원 {\n    int id PK "기본 키"\n    string email UK "${remark}"\n    date 가입일\n  }\n  회원 ||--o{ 주문 : 한다`,
  );
  assert.deepEqual(
    words.filter((word) => /id|email|가입/u.test(word)),
    ["id · 기본 키", `email · ${remark}`, "가입일"],
  );
  const [, width] = /<rect x="40" y="40" width="([\d.]+)"/u.exec(html) ?? [];
  assert.ok(Number(width) > 11 * remark.length + 80, width);
});

test("slanted boxes lean as they are written", async () => {
  const { html, words } = await drawnOf('flowchart LR\n  A[/"입력 (둘)"/] --> B[\\출력\\] --> C[/사다리\\]');
  assert.deepEqual(words, ["입력 (둘)", "출력", "사다리"]);
  const leans = [...html.matchAll(/<polygon points="(\d[^"]*,[^"]*)" fill="var\(--shade/gu)].map(([, points = ""]) => {
    const [first = 0, second = 0, third = 0, fourth = 0] = points
      .split(" ")
      .map((point) => Number(point.split(",")[0]));
    return [Math.sign(first - fourth), Math.sign(second - third)];
  });
  assert.deepEqual(leans, [
    [1, 1],
    [-1, -1],
    [1, -1],
  ]);
});
