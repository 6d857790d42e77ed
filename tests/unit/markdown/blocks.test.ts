import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { places, rendered, renderedMdx } from "./setting.ts";

/** A photo of two sizes. */
function sea(sizes: string, rest: string): string {
  const set = "/pictures/0123456789-640.webp 640w, /pictures/0123456789.webp 1296w";
  return `<img src="/pictures/0123456789.webp" srcset="${set}" sizes="${sizes}" width="1296" height="972"${rest}>`;
}

const shapes: readonly [string, string][] = [
  ["> [!NOTE]\n> 말", '<aside class="callout callout-note">\n<p class="callout-title">참고</p>\n<p>말</p>\n\n</aside>'],
  [
    "> [!tip]- 접힌 **제목**\n> 말",
    '<details class="callout callout-tip">\n<summary>접힌 <strong>제목</strong></summary>\n<p>말</p>\n\n</details>',
  ],
  ["> [!경고]+ 제목", '<details class="callout callout-caution" open>\n<summary>제목</summary>\n</details>'],
  [
    ":::note[제목]\n말\n:::",
    '<aside class="callout callout-note">\n<p class="callout-title">제목</p>\n<p>말</p></aside>',
  ],
  [
    ":::주의 조심할 것\n말\n:::",
    '<aside class="callout callout-warning">\n<p class="callout-title">조심할 것</p>\n<p>말</p></aside>',
  ],
  ["> 그냥 인용", "<blockquote>\n<p>그냥 인용</p>\n</blockquote>"],
  [
    "참고:설명 10:30\n\n:::note\n말\n:::",
    '<p>참고:설명 10:30</p>\n<aside class="callout callout-note">\n<p class="callout-title">참고</p>\n<p>말</p></aside>',
  ],
  ["용어\n: 설명", "<dl>\n<dt>용어</dt>\n<dd>설명</dd>\n</dl>"],
  ["==표시 **굵게**==는 a==b와 `x==y`", "<p><mark>표시 <strong>굵게</strong></mark>는 a==b와 <code>x==y</code></p>"],
  ["x == y, \\==아님\\==", "<p>x == y, ==아님==</p>"],
  [
    "{漢字|한자} {漢字|한|자} {은|는} \\{漢|한}",
    "<p><ruby>漢字<rp>(</rp><rt>한자</rt><rp>)</rp></ruby> <ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp>字<rp>(</rp><rt>자</rt><rp>)</rp></ruby> {은|는} {漢|한}</p>",
  ],
  [
    "- [ ] 일\n- [x] 끝",
    '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled aria-label="할 일"> 일</li>\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="한 일"> 끝</li>\n</ul>',
  ],
  [
    '![책](책.png "책장의 책")',
    '<figure><img src="/pictures/book-0123456789.png" width="800" height="400" alt="책" decoding="async"><figcaption>책장의 책</figcaption></figure>',
  ],
  [
    "![책](책.png)\n\n![길](길.jpg)",
    '<p><img src="/pictures/book-0123456789.png" width="800" height="400" alt="책" decoding="async"></p>\n<p><img src="/pictures/road-0123456789.jpg" width="640" height="480" alt="길" loading="lazy" decoding="async"></p>',
  ],
  [
    "![바다](바다.jpg)\n![바다](바다.jpg)",
    `<p class="side">${sea("(min-width: 720px) 320px, 44vw", ' alt="바다" decoding="async"')}${sea("(min-width: 720px) 320px, 44vw", ' alt="바다" loading="lazy" decoding="async"')}</p>`,
  ],
  [
    '![바다](바다.jpg "아침")\n![바다](바다.jpg)',
    `<div class="side"><figure>${sea("(min-width: 720px) 320px, 44vw", ' alt="바다" decoding="async"')}<figcaption>아침</figcaption></figure><figure>${sea("(min-width: 720px) 320px, 44vw", ' alt="바다" loading="lazy" decoding="async"')}</figure></div>`,
  ],
  [
    "![책](책.png) ![길](길.jpg)",
    '<p><img src="/pictures/book-0123456789.png" width="800" height="400" alt="책" decoding="async"> <img src="/pictures/road-0123456789.jpg" width="640" height="480" alt="길" loading="lazy" decoding="async"></p>',
  ],
  // What follows a picture and is taken out leaves it alone in its paragraph, beside none.
  [
    "![바다](바다.jpg) ^abc123",
    `<p id="^abc123">${sea("(min-width: 720px) 640px, 88vw", ' alt="바다" decoding="async"')}</p>`,
  ],
  [
    "![책 <!-- 속말 -->](책.png)",
    '<p><img src="/pictures/book-0123456789.png" width="800" height="400" alt="책" decoding="async"></p>',
  ],
  ["글 ![바다](바다.jpg)", `<p>글 ${sea("(min-width: 720px) 640px, 88vw", ' alt="바다" decoding="async"')}</p>`],
  [
    "$100와 $200, 값은 $$x^2$$",
    '<p>$100와 $200, 값은 <math><semantics><msup><mi>x</mi><mn class="tml-sml-pad">2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
  ],
];

test("each block has its shape", async () => {
  for (const [source, html] of shapes) assert.equal((await rendered(source)).html.trim(), html, source);
  assert.equal(await renderedMdx("{漢字|한자}"), "<p><ruby>漢字<rp>(</rp><rt>한자</rt><rp>)</rp></ruby></p>");
});

test("callouts of GitHub, Obsidian and Korean names are of five kinds", async () => {
  const names = {
    note: "NOTE info 참고",
    tip: "TIP hint 팁",
    important: "IMPORTANT 중요",
    warning: "WARNING 주의",
    caution: "CAUTION bug 위험",
  };
  const labels = { note: "참고", tip: "도움말", important: "중요", warning: "주의", caution: "경고" };
  for (const [kind, list] of Object.entries(names)) {
    for (const name of list.split(" ")) {
      const { html } = await rendered(`> [!${name}]\n> 말`);
      const start = `<aside class="callout callout-${kind}">\n<p class="callout-title">${labels[kind as keyof typeof labels]}</p>`;
      assert.ok(html.startsWith(start), html);
    }
  }
});

test("tables have columns that say so, alignment by class, captions, and a box of their own", async () => {
  const table = "| 가 | 나 |\n|:-:|--:|\n| 1 | 2 |";
  const cells = '<th class="ta-center" scope="col">가</th>\n<th class="ta-right" scope="col">나</th>';
  for (const source of [
    `표: 실적\n\n${table}`,
    `표: 실적\n${table}`,
    `${table}\n표: 실적`,
    `${table}\n\nTable: 실적`,
  ]) {
    const { html } = await rendered(source);
    assert.ok(
      html.includes(
        '<div class="table-scroll" tabindex="0" role="region" aria-label="실적"><table>\n<caption>실적</caption>',
      ),
      html,
    );
    assert.ok(html.includes(cells) && !html.includes("style"), html);
    assert.equal(html.match(/실적/g)?.length, 2, html);
  }
  for (const source of [`${table}\n| 표: 실적 | 3 |`, `표: 실적\n둘째 줄\n\n${table}`])
    assert.doesNotMatch((await rendered(source, { lineBreaks: "keep" })).html, /<caption/u, source);
  const two = (await rendered(`${table}\n\n사이\n\n${table}`)).html;
  assert.ok(two.includes('aria-label="표 1"') && two.includes('aria-label="표 2"'));
});

test("a table of HTML has a box too, in its turn, and one inside it none", async () => {
  const nested = "<table><tr><td><table><tr><td>안</td></tr></table></td></tr></table>";
  const { html } = await rendered(`| 가 |\n| - |\n\n${nested}\n\n<table>\n<tr><td>끝`);
  const boxes = [...html.matchAll(/<div class="table-scroll" tabindex="0" role="region" aria-label="(.*?)"><table>/gu)];
  assert.deepEqual(
    boxes.map(([, label]) => label),
    ["표 1", "표 2", "표 3"],
  );
  assert.ok(html.includes(`aria-label="표 2">${nested}</div>`), html);
  assert.match(html, /끝<\/td><\/tr><\/table><\/div>\s*$/u);
});

test("footnotes speak Korean", async () => {
  const { html } = await rendered("말[^1]\n\n[^1]: 주석");
  for (const part of ['id="footnote-label">각주</h2>', 'aria-label="본문 1번 각주 자리로 돌아가기"', 'href="#fn-1"']) {
    assert.ok(html.includes(part), html);
  }
});

test("the way back to a second call of a footnote has what is seen of it in its name", async () => {
  const { html } = await rendered("말[^1] 또[^1]\n\n[^1]: 주석");
  assert.match(html, /aria-label="본문 1번 각주 자리로 돌아가기 2"[^>]*>↩<sup>2<\/sup>/u);
  const afterCode = "말[^1] 또[^1]\n\n[^1]: 주석\n\n    ```\n    코드\n    ```";
  const kept = await rendered(afterCode, { lineBreaks: "keep" });
  assert.match(kept.html, /↩<\/a>\s+<a [^>]*>↩<sup>2/u, "in one line below a block, too");
});

test("a mermaid block is a drawing without script or style; a broken one stays code", async () => {
  const { html } = await rendered("```mermaid\ngraph LR\n  A[시작] --> B[끝]\n```");
  assert.match(
    html,
    /<figure class="drawing"><div class="drawing-box" tabindex="0"><svg role="img" aria-label="다이어그램: 시작, 끝"/,
  );
  assert.ok(html.includes(">시작</text>") && !/style|@import|https?:/.test(html), html);
  const broken = await rendered("글\n\n```mermaid\n아무 말\n```");
  assert.match(broken.html, /<pre data-language="mermaid"><code>아무 말\n<\/code><\/pre><figcaption>/);
  assert.deepEqual(places(broken), ["diagram-unknown 3:1"]);
});

test("the lead ends at the author's mark; neither has blocks of code", async () => {
  const body = await rendered("첫 단락 `코드`\n\n<!--more-->\n\n## 둘\n\n- 가\n- 나\n\n```\n숨김\n```");
  assert.equal(body.lead, "첫 단락 코드");
  assert.equal(body.text, "첫 단락 코드\n둘\n가\n나");
});

test("the seed comes out whole: breaks, rule, list, fixed headings, no mark left", async () => {
  const file = readFileSync(new URL("../../fixtures/seed/seed.md", import.meta.url), "utf8");
  const source = file.replace(/^---\n[\s\S]*?\n---\n/, "");
  const body = await rendered(source, { lineBreaks: "keep", quotes: "korean" });
  assert.deepEqual(body.headings, [{ depth: 2, id: "초개인화", text: "초개인화" }]);
  assert.deepEqual(body.warnings, []);
  assert.match(body.html, /<\/ol>\n<hr>\n<h2 id="초개인화">/);
  assert.equal(body.html.match(/<li>/g)?.length, 3);
  const typed = source
    .split("\n")
    .filter((line, i, all) => line !== "" && (all[i + 1] ?? "") !== "" && !/^\d\./.test(line));
  assert.equal(body.html.match(/<br>/g)?.length, typed.length);
  assert.doesNotMatch(body.text, /\*\*|__|~~|['"]/);
  assert.doesNotMatch(body.html, /<del>|style=/);
});
