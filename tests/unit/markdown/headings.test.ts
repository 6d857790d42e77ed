import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf, type TreeNode } from "#markdown/tree.ts";
import { places, rendered, renderedMdx } from "./setting.ts";

const levels: readonly [string, string][] = [
  ["### 가\n### 나", "22"],
  ["# 가\n## 나\n### 다", "234"],
  ["## 가\n##### 나\n### 다\n## 라", "2332"],
  ["#### 가\n## 나\n### 다", "223"],
  ["# 가\n## 나\n### 다\n#### 라\n##### 마\n###### 바", "234566"],
];

test("the first heading is h2 and no level is skipped", async () => {
  for (const [source, expected] of levels) {
    const { headings, html } = await rendered(source);
    assert.equal(headings.map(({ depth }) => depth).join(""), expected, source);
    assert.equal([...html.matchAll(/<h(\d)/g)].map(([, level]) => level).join(""), expected, source);
  }
});

const ids: readonly [string, readonly string[]][] = [
  ["## 초개인화", ["초개인화"]],
  ["## 서론\n## 서론\n## 서론-1\n## 서론", ["서론", "서론-1", "서론-1-1", "서론-2"]],
  ["## [링크](https://a.kr/b) 글", ["링크-글"]],
  ["## [링크](https://a.kr/b) 글\n## 링크 글", ["링크-글", "링크-글-1"]],
  ["## 각주가 든 제목[^1]\n\n[^1]: 각주", ["각주가-든-제목"]],
  ["## ![창가](책.png) 제목", ["제목"]],
  ["## ![창가](책.png)", ["창가"]],
  ["## `Map<K, V>`와 $x$", ["mapk-v와-x"]],
  ["## **굵게(설명)**을 `코드` ~~취소~~", ["굵게설명을-코드-취소"]],
  ["## a_b _c_", ["a_b-c"]],
  ["## 가 &amp; 나", ["가--나"]],
  ["## ???", ["heading"]],
  ["## 제목 {#옛-이름}", ["옛-이름"]],
  ["## 집합 {1, 2}", ["집합-1-2"]],
  ["밑줄 제목\n---", ["밑줄-제목"]],
  ["## 닫은 제목 ##", ["닫은-제목"]],
  ["## 가\n\n<h3>나 &amp; 다</h3>\n\n## 가", ["가", "나--다", "가-1"]],
  ['<h2 title="가>나">제목 <b title=">">하나</b></h2>', ["제목-하나"]],
];

test("ids are made of the words of their headings as Hugo makes them", async () => {
  for (const [source, expected] of ids) {
    const { headings, html } = await rendered(source);
    assert.deepEqual(
      headings.map(({ id }) => id),
      expected,
      source,
    );
    for (const id of expected) assert.ok(html.includes(` id="${id}"`), html);
  }
});

test("a heading links to itself, and is found by the id too that Hugo makes of its source", async () => {
  const { html } = await rendered("## [링크](https://a.kr/b) '글'", { quotes: "korean" });
  assert.equal(
    html.trim(),
    '<h2 id="링크-글"><a id="링크httpsakrb-글"></a><a href="https://a.kr/b">링크</a> ‘글’' +
      '<a class="anchor" href="#링크-글" aria-label="이 부분의 링크"></a></h2>',
  );
  // What sets a class is no part of the words.
  assert.match((await rendered("## 제목 {.wide}")).html, /^<h2 id="제목">제목<a class="anchor"/u);
  // What readers may not see is in no id either: a comment, where a draft is.
  for (const source of ["## 제목 <!-- 속말 -->", "## 제목 <!-- 속말 > 더 -->", "<h2>제목 <!-- 가 > 속말 --></h2>"])
    assert.match((await rendered(source)).html, /^<h2 id="제목">(?!.*속말)/u, source);
  assert.match(
    (await rendered("## [제목](../초안-속말.md) [[초안-속말|하나]]")).html,
    /^<h2 id="제목-하나">(?!.*속말)/u,
  );
  assert.match((await rendered('## [제목](<../초안-속말.md> "말")')).html, /^<h2 id="제목">(?!.*속말)/u);
  assert.match(await renderedMdx("## 제목 {/* 속말 */}"), /^<h2 id="제목">(?!.*속말)/u);
  assert.match(await renderedMdx("### [링크](https://a.kr/b) 글"), /^<h2 id="링크-글"><a id="링크httpsakrb-글"><\/a>/);
});

const typos: readonly [string, readonly string[]][] = [
  ["말\n\n##제목", ["heading-no-space 3:1"]],
  ["글의 마지막 문장이다.\n---\n다음", ["heading-underlined 1:1"]],
  ["> 첫 줄\n> 둘째 줄\n> ---", ["heading-underlined 1:3"]],
  ["제목\n---\n\n물음일까?\n---\n\n문장이다.\n===\n\n## 문장이다.", []],
  ["#태그 하나", []],
  ["말 __밑줄__은", ["markup-left 1:3", "markup-left 1:7"]],
  ["가 **나\n다 ~~라", ["markup-left 1:3", "markup-left 2:3"]],
  ["답【4:0†source】이다 :contentReference[oaicite:0]{index=0}", ["source-left 1:2", "source-left 1:17"]],
  ["\\*\\*아님\\*\\* `**코드**`", []],
  ["각주[^없음]와 {{< figure >}} {% raw %}", ["footnote-missing 1:3", "shortcode-left 1:10", "shortcode-left 1:25"]],
  ["1.5~2배 **강조(설명)**을 한 뒤 **남음", ["markup-left 1:24"]],
  ["말[^가]\n\n[^가]: 있음\n\n[^나]: 홀로", ["footnote-unused 5:1"]],
  ["말\n\n[^가]: 스스로[^가] 부름", ["footnote-unused 3:1"]],
  ["말\n\n[^가]: 하나[^나]\n\n[^나]: 둘[^가]", ["footnote-unused 3:1", "footnote-unused 5:1"]],
  ["말[^1]\n\n[^1]: 첫째\n[^1]: 둘째", ["footnote-again 4:1"]],
  ["> 말\n>\n> - [^1]: 인용 속", ["footnote-unused 3:5"]],
  ["말 `[^1]`\n\n[^1]: 코드만 부름", ["footnote-unused 3:1"]],
  ["말[^가~나] [^%EA%B0%80]\n\n[^가~나]: 하나[^2]\n\n[^2]: 둘\n\n[^%EA%B0%80]: 셋\n\n```\n[^5]: 코드\n```", []],
  ["| 가 | 나 |\n|---|\n| 1 | 2 |", ["table-as-text 2:1"]],
  ["| 가 | 나 |\n| 1 | 2 |\n| 3 | 4 |", ["table-as-text 1:1"]],
  ["이름\t나이\n가\t20\n나\t30", ["table-as-text 1:3"]],
  ["|x| < 1이고\n|y| < 2이다\n\n가\t나\n다\n\n\t", []],
  ["| 가 | 나 |\n|---|---|\n| 1 | 2 |\n다음 문장이다.\n끝이다.", ["table-sentence 4:1", "table-sentence 5:1"]],
  ["| 가 | 나 |\n|---|---|\n1 | 2\n표: 제목\n\n| 가 |\n|---|\n나", []],
  ["가 [빈]() 나", ["link-empty 1:3"]],
  ["앞\n\n##\n\n뒤", ["heading-empty 3:1"]],
  ["₩₩₩js\n코드\n₩₩₩", ["won-as-tick 1:1", "won-as-tick 3:1"]],
  ["￦코드￦와 ₩1,000₩2,000, ₩는 원화 기호이고 ₩도", ["won-as-tick 1:1"]],
  [
    "반은 $\\frac{1}{2}$, 식은 $x^2 + y^2$과 $O(n \\log n)$",
    ["formula-as-text 1:4", "formula-as-text 1:22", "formula-as-text 1:35"],
  ],
  ["$5와 $10_000, $HOME_DIR와 $PATH_A, `$\\frac{1}{2}$`, $$\\frac{1}{2}$$, a$\\n$b", []],
  ["첫 문장.\\n\\n## 제목\\n- 하나", ["break-as-text 1:6", "break-as-text 1:15"]],
  ["C:\\new\\note, `\\n\\n`, 줄바꿈은 \\n이다", []],
  ["![사진] (사진.jpg)\n\n![사진](사진.jpg", ["link-as-text 1:1", "link-as-text 3:1"]],
  ["[글](https://a.kr/내 글)\n\n[글] (https://a.kr)", ["link-as-text 1:3", "link-as-text 3:3"]],
  ["[1] (https://a.kr), [글](https://a.kr/가_(나)) 함수( https://a.kr ) [표시] (`코드`)", []],
  [
    "- [] 할 일\n\n-[ ] 할 일\n\n-[x] 한 일\n\n배열 [] 하나",
    ["task-as-text 1:3", "task-as-text 3:1", "task-as-text 5:1"],
  ],
  ["1. 가\n  1. 나\n    1. 다", ["list-indent 2:3"]],
  ["1. 가\n  - 나\n  - 다\n2. 라\n\n> 10. 가\n>    * 나", ["list-indent 2:3", "list-indent 7:6"]],
  ["1. 가\n   - 나\n2. 다\n- 라\n\n3) 마\n- 바\n\n10. 사\n    - 아", []],
  ["1. 가\n   1. 나\n2. 다\n\n- 가\n  1. 나\n  2. 다[^1]\n\n> [^1]: 라", []],
  ["하하![1] 배열![0]과 놀람![ 표", []],
  ["답\u{e200}cite\u{e202}turn0search0\u{e201}이다", ["source-left 1:2"]],
  ["\u{f0b7} 첫째\n\u{f02b1} 둘째", ["character-private 1:1", "character-private 2:1"]],
  ["둘\n\nVec<T>를 쓴다", ["tag-as-text 3:4"]],
  ['<a href="https://a.kr 링크', ["tag-as-text 1:1"]],
  [
    "가 %%속말\n\n나 <!-- 속말\n\n다 <!— 속말 —>",
    ["comment-as-text 1:3", "comment-as-text 3:3", "comment-as-text 5:3"],
  ],
  ["{# 속말\n\n{>>속말\n\n{/* 속말", ["comment-as-text 1:1", "comment-as-text 3:1", "comment-as-text 5:1"]],
  ["{::comment}\n\n{% comment %}\n\n{{< comment >}}", [1, 3, 5].map((line) => `comment-as-text ${String(line)}:1`)],
  ["[//]: # (속말\n\n[comment]: <> (속말", ["comment-as-text 1:1", "comment-as-text 3:1"]],
  ["50%% 할인", []],
  ["\\%%글, {# 주석 #}처럼 {/* 주석 */}처럼\n\n[//]: 글과 [comment]: 글", []],
  ["$$\na+b\n\n끝 $$a\n\nb$$", ["markup-left 1:1", "markup-left 4:3", "markup-left 6:2"]],
  ["가 ==표시\n\n{漢字|한자 `코드", ["markup-left 1:3", "markup-left 3:1", "markup-left 3:8"]],
  ["[말](주소 가\n\n[[글", ["link-as-text 1:3", "markup-left 3:1"]],
  ["a==b", []],
  ["\\**가, 싫다==; $5, $$$, (´・ω・`) [1](가 나) {가|나", []],
];

test("what stays suspicious is told with its place in the author's file", async () => {
  for (const [source, expected] of typos) assert.deepEqual(places(await rendered(source)), expected, source);
});

test("the words of a node are those of its texts and pictures; a line's end is a blank, a formula nothing", () => {
  const words = (value: string) => ({ type: "text", value });
  const image = (alt?: string) => ({ type: "element", tagName: "img", properties: alt === undefined ? {} : { alt } });
  const element = (tagName: string, ...children: TreeNode[]) => ({ type: "element", tagName, children });
  const math = element("math", words("x"));
  assert.equal(
    textOf(element("p", words("봄"), element("br"), image("꽃"), image(), math, element("b", words("!")))),
    "봄 꽃!",
  );
});
