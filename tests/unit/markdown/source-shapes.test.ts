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
  ["> 알림 {: .prompt-tip }", /^<aside class="callout callout-tip">.*<\/p>\n<p>알림<\/p>\n<\/aside>$/su],
  ["> 앞\n>\n> **알림** {: .prompt-tip }", /^<aside class="callout callout-tip">.*<p><strong>알림<\/strong><\/p>/su],
  ["문단 {: .red } {: .prompt-tip 말", /문단 \{: \.red \} \{: \.prompt-tip 말/u],
  ["앞\n\n{: .홀로}", /^<p>앞<\/p>$/u],
  [
    '**굵게**{: .red} [말](https://a.kr){:target="_blank"} 끝',
    /^<p><strong>굵게<\/strong> <a href="https:\/\/a\.kr">말<\/a> 끝<\/p>$/u,
  ],
  ["{: .note #알림 }\n문단", /^<p id="알림">문단<\/p>$/u],
  ["앞\n\n{: .prompt-tip }\n> 인용", /^<p>앞<\/p>\n+<aside class="callout callout-tip">/u],
  ["앞\n\n{: #표 }\n| 가 |\n|---|\n| 나 |", /^<p>앞<\/p>\n+<div class="table-scroll"[^>]*><table id="표">/u],
  ["| 가 |\n|---|\n| 나 |\n{: #표 .x }", /<table id="표">[\s\S]*<td>나<\/td>\n<\/tr>\s*<\/tbody>/u],
  ["[말](https://a.kr){: .x }{: .y } 끝", /^<p><a href="https:\/\/a\.kr">말<\/a> 끝<\/p>$/u],
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

test("a block of colons that nothing closes is told where it opens", async () => {
  for (const [source, ...told] of [
    ["앞\n\n:::note[제목]\n속\n\n뒤", "callout-unclosed 3:1"],
    ["- 가\n\n  ::: details 제목\n  속\n\n뒤", "callout-unclosed 3:3"],
    ["::::note\n:::tip\n속\n:::\n::::  \n뒤\n\n- :::warning\n  속\n  :::\n\n> :::tip\n> 속\n> :::"],
  ] as const)
    assert.deepEqual(places(await rendered(source)), told, source);
});

test("a fence that nothing closes is told where it opens", async () => {
  assert.deepEqual(places(await rendered("앞\n\n```bash\nnpm i\n```끝\n\n뒤")), ["fence-unclosed 3:1"]);
  for (const [source, ...told] of [
    ["앞\n\n- 가\n\n  ~~~\n  나", "fence-unclosed 5:3"],
    ["```", "fence-unclosed 1:1"],
    ["````\n```\n", "fence-unclosed 1:1"],
    ["> ```\n> 가"],
    ["- ```\n  가\n\n뒤"],
    ["```\n가\n```\n"],
    ["- 가\n\n      ```\n      나\n      ````  \n"],
  ] as const)
    assert.deepEqual(places(await rendered(source)), told, source);
  assert.deepEqual(places(await rendered("앞\n\n```bash\nnpm i\n     ```\n\n뒤")), ["fence-unclosed 3:1"]);
  assert.deepEqual(places(await rendered("- 목록\n\n  ```sh\n  a\n  ```\n\n> ```\n> a\n\n~~~\n```\n~~~\n")), []);
});

test("a table that would be filled up beyond reading is none", async () => {
  const head = `|${"가|".repeat(1000)}\n|${"-|".repeat(1000)}\n`;
  const { html, warnings } = await rendered(head + "|1\n".repeat(1000));
  assert.ok(html.length < 40_000, String(html.length));
  assert.ok(warnings.some(({ code }) => code === "table-large"));
});

const sizes: readonly [source: string, printed: string][] = [
  ["![창가|200](책.png)", 'width="200" height="100" alt="창가"'],
  ["![창가|200x80](책.png)", 'width="200" height="80" alt="창가"'],
  ["![[책.png|300]]", 'width="300" height="150" alt=""'],
  ["![[책.png]]", 'width="800" height="400" alt=""'],
  ["| 가 |\n|--|\n| ![[책.png\\|300]] |", 'width="300" height="150" alt=""'],
  ["![[표 1]](책.png)", 'width="800" height="400" alt="[표 1]"'],
  ["![[책.png|창가의 그림]]", 'width="800" height="400" alt="창가의 그림"'],
  ['<img src="책.png" alt="가" style="zoom:50%;" />', 'width="400" height="200" alt="가"'],
  ['<img src="책.png" style="width: 300px; height: auto">', 'width="300" height="150" alt=""'],
  ['<img src="책.png" style="border:1px; width:300px">', 'width="300" height="150" alt=""'],
  ['<img src="책.png" width="100" style="width:300px">', 'width="100" height="50" alt=""'],
  ['<img src="책.png" style="max-width: 300px">', 'width="800" height="400" alt=""'],
  ['<img src="책.png" style="HEIGHT:100px">', 'width="200" height="100" alt=""'],
  ["![넷](책.png =400x)", 'width="400" height="200" alt="넷"'],
  ["![다섯](책.png =300x200)", 'width="300" height="200" alt="다섯"'],
  ['![여섯](책.png){: width="400" .left }', 'width="400" height="200" alt="여섯"'],
  ["![일곱](책.png){width=400}", 'width="400" height="200" alt="일곱"'],
  ['<img src="책.png" width="50%" alt="여덟">', 'width="324" height="162" alt="여덟"'],
  ["![2024](책.png)", 'width="800" height="400" alt="2024"'],
];

test("a picture has the size that its author wrote", async () => {
  for (const [source, printed] of sizes) {
    const html = await body(source);
    assert.ok(html.includes(`<img src="/pictures/book-0123456789.png" ${printed}`), html);
  }
});

test("a size stands behind a picture's address alone", async () => {
  assert.match(await body("![가](책.png) 뒤 [말](무엇 =3) 끝"), / 뒤 \[말\]\(무엇 =3\) 끝/u);
});

test("a picture that cannot be shown is told for what it is", async () => {
  for (const [source, code] of [
    ["![가](C:\\Users\\me\\a.png)", "picture-on-disk"],
    ["![가](/Users/me/a b.png)", "picture-on-disk"],
    ["![가](file:///Users/me/a.png)", "picture-on-disk"],
    ["![가](http://localhost:1313/a.png)", "picture-on-disk"],
    ["![가](http://127.0.0.1/a.png)", "picture-on-disk"],
    ["![[다른 글]]", "note-embedded"],
    ["![[어떤 글#절]]", "link-wiki"],
    ["![가](없음.png)", "picture-missing"],
    ["![가](없음.mp4)", "film-missing"],
    ["![가](없음.PDF)", "document-missing"],
  ] as const) {
    assert.deepEqual(places(await rendered(source)), [`${code} 1:1`], source);
  }
  assert.match(await body("![가](없음.webm)"), /동영상을 찾지 못했습니다: 가/u);
  const { warnings } = await rendered(`![](data:image/png;base64,${"A".repeat(500)})`);
  assert.ok(JSON.stringify(warnings).length < 200);
});

test("one emphasised line below a picture is its caption; a film is shown, a file beside the post linked", async () => {
  assert.match(
    await body("![책](책.png)\n_설명(둘)_"),
    /^<figure><img [^>]*><figcaption>설명\(둘\)<\/figcaption><\/figure>$/u,
  );
  assert.match(await body("![책](책.png)\n_설명_과 말"), /^<p>/u);
  const file = (path: string) => ({ picture: () => ({ file: "src/content/posts/x", path: `/pictures/${path}` }) });
  assert.match((await rendered("![길](걷기.mkv)", file("a-0.mkv"))).html, /<video src="\/pictures\/a-0.mkv"/u);
  const film = await rendered("![걷는 길](걷기.mp4)", file("a-0.mp4"));
  assert.equal(
    film.html.trim(),
    '<p><video src="/pictures/a-0.mp4" controls preload="metadata" aria-label="걷는 길"></video></p>',
  );
  const told = '<video src="/pictures/a-0.mp4" controls preload="metadata" aria-label="길"';
  const shown = async (source: string) => (await rendered(source, file("a-0.mp4"))).html.trim();
  for (const source of ['![길](걷기.mp4 "강가에서")', "![길](걷기.mp4)\n_강가에서_"])
    assert.equal(await shown(source), `<figure>${told}></video><figcaption>강가에서</figcaption></figure>`);
  assert.match(await shown('앞 ![길](걷기.mp4 "강가에서") 뒤'), / title="강가에서"><\/video>/u);
  const linked = await rendered("[받기](문서 하나.pdf)", file("a-0.pdf"));
  assert.equal(linked.html.trim(), '<p><a href="/pictures/a-0.pdf">받기</a></p>');
});
