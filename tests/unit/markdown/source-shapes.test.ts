import assert from "node:assert/strict";
import { test } from "node:test";
import { places, plain, rendered } from "./setting.ts";

const body = async (source: string) => (await rendered(source)).html.trim();

const lists: readonly [source: string, html: RegExp][] = [
  ["## 제목 {: #id .cls }", /^<h2 id="id">제목<a/u],
  ['## 제목 {#둘 .cls key="값"}', /^<h2 id="둘">제목<a/u],
  ["제목 {#셋 .cls}\n---", /^<h2 id="셋">제목<a/u],
  ["## 집합 {1, 2}", /^<h2 id="집합-1-2">집합 \{1, 2\}<a/u],
  ["## 벗어남 \\{#넷}", /^<h2 id="벗어남-넷">벗어남 \{#넷\}<a/u],
  ["문단이다.\n{: #문단 .x}", /^<p id="문단">문단이다\.<\/p>$/u],
  [
    "> 알림\n{: .prompt-warning }",
    /^<aside class="callout callout-warning">\n<p class="callout-title">주의<\/p>\n<p>알림<\/p>\n<\/aside>$/u,
  ],
  ["앞\n\n{: .홀로}", /^<p>앞<\/p>$/u],
  [
    '**굵게**{: .red} [말](https://a.kr){:target="_blank"} 끝',
    /^<p><strong>굵게<\/strong> <a href="https:\/\/a\.kr">말<\/a> 끝<\/p>$/u,
  ],
  ["`{: .red}` {중괄호}", /^<p><code>\{: \.red\}<\/code> \{중괄호\}<\/p>$/u],
];

test("attribute lists give their id and print nothing", async () => {
  for (const [source, html] of lists) assert.match(await body(source), html, source);
});

test("an address may hold blanks, in pictures and in links to files", async () => {
  const asked: string[] = [];
  const picture = (address: string) => {
    asked.push(address);
    return plain.picture("책.png");
  };
  const source =
    '![하나](그림 하나.png) ![둘](그림 하나.png "설명") ![셋](그림 (1).png) ![넷]( 그림%20하나.png ) ![다섯](<그림 하나.png>)';
  const { html, warnings } = await rendered(source, { picture });
  assert.deepEqual(asked, ["그림 하나.png", "그림 하나.png", "그림 (1).png", "그림 하나.png", "그림 하나.png"]);
  assert.deepEqual([warnings.length, html.match(/<img /gu)?.length], [0, 5]);
  assert.equal(await body("[글](문서 하나.pdf)"), '<p><a href="문서%20하나.pdf">글</a></p>');
  assert.equal(
    await body("`[글](문서 하나.pdf)` 배열[0](가 나)"),
    "<p><code>[글](문서 하나.pdf)</code> 배열[0](가 나)</p>",
  );
});

test("a bar in a table's code is text, and cells beyond the head are told", async () => {
  const table = (row: string) => `| 명령 | 뜻 |\n|---|---|\n${row}`;
  assert.match(await body(table("| `a | b` | 파이프 |")), /<td><code>a \| b<\/code><\/td>\n<td>파이프<\/td>/u);
  assert.match(await body(table("| `a` | `b` |")), /<td><code>a<\/code><\/td>\n<td><code>b<\/code><\/td>/u);
  assert.deepEqual(places(await rendered(table("| 1 | 2 | 3 |"))), ["table-cells 3:1"]);
  assert.deepEqual(places(await rendered(table("| 1 \\| 2 | 3 |\n| 4 |"))), []);
  assert.deepEqual(places(await rendered(`\`\`\`\n${table("| 1 | 2 | 3 |")}\n\`\`\``)), []);
});

test("a fence that nothing closes is told where it opens", async () => {
  assert.deepEqual(places(await rendered("앞\n\n```bash\nnpm i\n```끝\n\n뒤")), ["fence-unclosed 3:1"]);
  assert.deepEqual(places(await rendered("앞\n\n```bash\nnpm i\n     ```\n\n뒤")), ["fence-unclosed 3:1"]);
  assert.deepEqual(places(await rendered("- 목록\n\n  ```sh\n  a\n  ```\n\n> ```\n> a\n\n~~~\n```\n~~~\n")), []);
});

test("a table that would be filled up beyond reading is none", async () => {
  const head = `|${"가|".repeat(1000)}\n|${"-|".repeat(1000)}\n`;
  const { html, warnings } = await rendered(head + "|1\n".repeat(1000));
  assert.ok(html.length < 40_000, String(html.length));
  assert.ok(warnings.some(({ code }) => code === "table-large"));
});
