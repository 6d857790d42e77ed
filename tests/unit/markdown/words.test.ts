import assert from "node:assert/strict";
import { test } from "node:test";
import { readMdxBody } from "#markdown/mdx.ts";
import { plain, rendered } from "./setting.ts";

const leads: readonly [name: string, source: string, lead: string][] = [
  [
    "code in a sentence stays",
    "`git push`를 하면 올라가고, `npm ci`는 잠금 파일을 따른다.",
    "git push를 하면 올라가고, npm ci는 잠금 파일을 따른다.",
  ],
  [
    "a formula is its TeX",
    "넓이는 $$\\frac{1}{2}ab$$이고 값은 $$2^{10}$$이다.",
    "넓이는 \\frac{1}{2}ab이고 값은 2^{10}이다.",
  ],
  ["marks and texts of footnotes go", "말[^주]을 적는다.\n\n[^주]: 각주의 글이다.", "말을 적는다."],
  ["headings go", "## 여는 말\n\n<h3>원시 제목</h3>\n\n첫 문장이다.", "첫 문장이다."],
  ["tables go", "앞.\n\n| 가 | 나 |\n|--|--|\n| 1 | 2 |\n\n<table><tr><td>칸</td></tr></table>\n\n뒤.", "앞.\n뒤."],
  ["blocks of code go", "앞.\n\n```js\nconst 비밀 = 1;\n```\n\n<pre>미리 맞춘 글</pre>\n\n뒤.", "앞.\n뒤."],
  ["our own labels go", "> [!NOTE]\n> 알아 둘 것.\n\n![없는 그림](없음.png)", "알아 둘 것."],
  [
    "a picture speaks where nothing else does",
    "## 사진\n\n![창가의 책](책.png)\n\n![빈 길](없음.png)",
    "창가의 책 빈 길",
  ],
  ["a ruby keeps its reading", "{書庫|서고}에 든 책.", "書庫(서고)에 든 책."],
  [
    "what is raised or lowered stays so",
    "O(n<sup>2</sup>)에 10<sup>6</sup>개, CO<sub>2</sub>, 말<sup>1)</sup>, 상표<sup>TM</sup>다. <sup>1</sup>태초에",
    "O(n²)에 10⁶개, CO₂, 말¹⁾, 상표TM다. ¹태초에",
  ],
  [
    "a ruby of HTML does too, with its own brackets or without",
    "<ruby>漢字<rt>한자</rt></ruby>와 <ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp></ruby>을 읽는다.",
    "漢字(한자)와 漢(한)을 읽는다.",
  ],
];

for (const [name, source, lead] of leads) {
  test(`words that introduce a body: ${name}`, async () => {
    assert.equal((await rendered(source)).lead, lead);
    assert.equal((await readMdxBody(source, plain)).lead, lead, "as .mdx");
  });
}

const labels: readonly [source: string, label: string][] = [
  ["## 각주가 든 제목[^1]\n\n[^1]: 각주", "각주가 든 제목"],
  ["## `code`와 **굵은** $$x^2$$", "code와 굵은 x^2"],
  ["## ![작은 그림](없음.png) 제목", "제목"],
  ["## ![작은 그림](책.png)", "작은 그림"],
  ["## 제목<br>둘째 줄", "제목 둘째 줄"],
];

test("contents have the words of their headings, and a heading says them once", async () => {
  for (const [source, label] of labels) {
    const { headings, html } = await rendered(source);
    assert.equal(headings[0]?.text, label, source);
    assert.ok(html.includes('aria-label="이 부분의 링크"'), html);
  }
});

const titled: readonly [source: string, headings: readonly string[]][] = [
  ["# 같은 **제목**\n\n본문.", []],
  ["같은 제목\n====\n\n## 절\n\n본문.", ["절"]],
  ["<!-- 메모 -->\n\n## 같은 제목\n\n본문.", []],
  ["![표지](책.png)\n\n# 같은 제목\n\n본문.", []],
  ["앞말.\n\n## 같은 제목\n\n본문.", ["같은 제목"]],
  ["# 같은 제목[^1]\n\n본문.\n\n[^1]: 각주.", ["같은 제목"]],
  ["# 다른 제목\n\n본문.", ["다른 제목"]],
];

test("a body that says its page's title first shows it no second time", async () => {
  for (const [source, expected] of titled) {
    const { headings } = await rendered(source, { title: "같은 제목" });
    assert.deepEqual(
      headings.map(({ text }) => text),
      expected,
      source,
    );
  }
});

test("anchors of footnotes stand as letters", async () => {
  const { html } = await rendered("말[^주1]과 말[^주1].\n\n[^주1]: 각주다.");
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id));
  assert.ok(ids.has("fn-주1") && ids.has("fnref-주1") && ids.has("fnref-주1-2"), html);
  for (const [, target = ""] of html.matchAll(/ href="#([^"]*)"/gu)) assert.ok(ids.has(target), target);
});
