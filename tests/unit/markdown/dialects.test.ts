import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutNotes } from "#markdown/composed-text.ts";
import { places, rendered } from "./setting.ts";

const read: readonly [name: string, source: string, html: RegExp][] = [
  ["VitePress: a blank before a name", "::: warning\n글\n:::", /^<aside class="callout callout-warning">/u],
  [
    "VitePress: details",
    "::: details 제목이 있는 접기\n내용\n:::",
    /^<details class="callout callout-note">\n<summary>제목이 있는 접기<\/summary>/u,
  ],
  ["HackMD: spoiler", ":::spoiler\n내용\n:::", /<summary>펼쳐 보기<\/summary>/u],
  ["directives in code stay", "```\n::: tip\n:::tip\n```", /<code>::: tip\n:::tip\n<\/code>/u],
  ["HackMD: numbered code", "```python=\na\n```", /^<pre class="numbered" data-language="python">/u],
  [
    "VitePress: title and lines",
    "```js{1} [제목.js]\n1\n2\n```",
    /^<figure class="code"><figcaption>제목\.js<\/figcaption>.*<span class="line marked">/u,
  ],
  [
    "VitePress: marks of lines",
    "```js\nlet a; // [!code ++]\nlet b; // [!code --]\nlet c; // [!code highlight]\n```",
    /<ins class="line">.*let<\/span> a;<\/ins>\n<del class="line">.*b;<\/del>\n<span class="line marked">.*c;<\/span>\n<\/code>/u,
  ],
  ["velog: a player", "!youtube[abcDEF12345]", /^<p><a href="https:\/\/www\.youtube\.com\/watch\?v=abcDEF12345">/u],
  ["velog: a pen", "!codepen[me/pen/xyz]", /^<p><a href="https:\/\/codepen\.io\/me\/pen\/xyz">/u],
  [
    "velog: an address",
    "!twitter[https://twitter.com/me/status/1]",
    /^<p><a href="https:\/\/twitter\.com\/me\/status\/1">/u,
  ],
  ["C++ and i++ are no marks", "C++로 짠 프로그램에서 i++를", /^<p>C\+\+로 짠 프로그램에서 i\+\+를<\/p>$/u],
  ["contents named in code", "`[TOC]`", /^<p><code>\[TOC\]<\/code><\/p>$/u],
  ["velog: a player in code", "`!youtube[abc]`", /^<p><code>!youtube\[abc\]<\/code><\/p>$/u],
  [
    "GitHub: emoji",
    ":smile:은 12:30:45 :없는이름: `:smile:` \\:smile: \\\\:smile: `\\:`",
    /^<p>😄은 12:30:45 :없는이름: <code>:smile:<\/code> :smile: \\😄 <code>\\:<\/code><\/p>$/u,
  ],
  [
    "Obsidian: a film and a post where a picture stands",
    "![](https://www.youtube.com/watch?v=abc) ![말](https://x.com/me/status/1)",
    /^<p><a href="https:\/\/www\.youtube\.com\/watch\?v=abc">https:\/\/www\.youtube\.com\/watch\?v=abc<\/a> <a href="https:\/\/x\.com\/me\/status\/1">말<\/a><\/p>$/u,
  ],
  ["Obsidian: the id of a block", "문단이다. ^abc123", /^<p id="\^abc123">문단이다\.<\/p>$/u],
  [
    "mermaid in HTML",
    '<div class="mermaid">\ngraph LR\nA--&gt;B<br/>\n</div>',
    /^<figure class="drawing">[\s\S]* aria-label="다이어그램: A, B"/u,
  ],
  ["Fuwari: a repository", '::github{repo="me/a"}', /^<p><a href="https:\/\/github\.com\/me\/a">me\/a<\/a><\/p>$/u],
  [
    "Gatsby, Docusaurus: lines that comments mark",
    "```js\n// highlight-next-line\n1\n2\n# highlight-start\n3\n# highlight-end\n4 // highlight-line\n```",
    /^<pre data-language="js"><code><span class="line marked">[^\n]*1[^\n]*\n<span class="line">[^\n]*2[^\n]*\n<span class="line marked">[^\n]*3[^\n]*\n<span class="line marked">.*4<\/span><\/span>\n<\/code>/u,
  ],
  ["VitePress: codes side by side", "::: code-group\n```js [a.js]\n1\n```\n:::", /^<div><figure class="code">/u],
  ["Zola: what follows a language", "```rust,linenos\n1\n```", /^<pre class="numbered" data-language="rust">/u],
  ["goldmark: right behind a heading", '## 내려받기{id="get"}', /^<h2 id="get">내려받기<a/u],
  [
    "goldmark: below blocks",
    "글\n{.a #b}\n\n- 하나\n{.c}\n\n> 말\n{#d}",
    /^<p id="b">글<\/p>\n<ul>\n<li>하나<\/li>\n<\/ul>\n<blockquote id="d">\n<p>말<\/p>/u,
  ],
  [
    "goldmark: below a table",
    "|가|\n|--|\n|나|\n{.table .striped}",
    /<td>나<\/td>\n<\/tr>\n*<\/tbody>\n<\/table>(?![\s\S]*striped)/u,
  ],
  ["braces that are words", "앞\n{#x}뒤\n{.5}점", /<p>앞.*\n\{#x\}뒤.*\n\{\.5\}점<\/p>/u],
  ["no id: a power", "넓이는 x ^2", /^<p>넓이는 x \^2<\/p>$/u],
  [
    "Obsidian: a callout of one's own",
    "> [!my_note|left] 제목\n> 글",
    /^<aside class="callout callout-note">\n<p class="callout-title">제목<\/p>/u,
  ],
  [
    "Obsidian: a link in a table",
    "| 가 |\n|--|\n| [[다른 글\\|말]] |",
    /<td><a href="\/posts\/다른-글\/">말<\/a><\/td>/u,
  ],
  [
    "a definition whose address stands on the next line",
    "[말]\n\n[말]:\n<my url>",
    /^<p><a href="my%20url">말<\/a><\/p>$/u,
  ],
];

for (const [name, source, html] of read) {
  test(`read: ${name}`, async () => {
    const body = await rendered(source);
    assert.match(body.html.trim(), html);
    assert.deepEqual(places(body), []);
  });
}

test("a mark of contents shows nothing and asks for the contents", async () => {
  for (const mark of ["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", `\${toc}`, "* TOC\n{:toc}", "```toc\n```"]) {
    const body = await rendered(`${mark}\n\n글`);
    assert.deepEqual([body.html.trim(), body.asksContents, places(body)], ["<p>글</p>", true, []], mark);
  }
  assert.equal((await rendered("[TOC]라고 적는다")).asksContents, false);
});

test("what is not read is told", async () => {
  for (const source of ["^[각주]", "++밑줄++", '!!! note "제목"', "*[HTML]: 뜻", "###### tags: `회의`"]) {
    const codes = new Set((await rendered(source)).warnings.map(({ code }) => code));
    assert.deepEqual([...codes], ["markup-left"], source);
  }
  for (const source of ["{{< youtube a >}}", "{{% alert %}}", "{% raw %}"])
    assert.deepEqual(places(await rendered(source)), ["shortcode-left 1:1"], source);
});

test("a paragraph indented as in a book is told, code is not", async () => {
  for (const source of ["앞\n\n    네 칸을 들여 쓴다.", "앞\n\n\t“탭”으로\n\t들여 쓴 문단이다!"])
    assert.deepEqual(places(await rendered(source)), ["prose-as-code 3:1"], source);
  for (const source of [
    '    const a = "가나다"',
    "    # 주석이다.",
    "- 가\n\n  ```\n  말이다.\n  ```",
    "> ~~~\n> 말이다.\n> ~~~",
  ])
    assert.deepEqual(places(await rendered(source)), [], source);
});

test("notes of Obsidian, and comments of other systems, are not for readers", () => {
  const cases: readonly [string, string][] = [
    ["앞 %%비밀%% 뒤", "앞  뒤"],
    ["앞\n\n%%\n비밀\n```\n코드\n```\n%%\n\n뒤", "앞\n\n\n\n\n\n\n\n\n뒤"],
    ["앞\n\n%%\n닫지 않은 비밀\n끝", "앞\n\n\n\n"],
    ["`%%코드%%`와\n\n```mermaid\n%% 그림의 주석\n```", "`%%코드%%`와\n\n```mermaid\n%% 그림의 주석\n```"],
    ["50%% 할인과 30%% 할인", "50%% 할인과 30%% 할인"],
    ["앞 {{< comment >}}비밀{{< /comment >}} 뒤", "앞  뒤"],
    ["{{% comment %}}\n비밀\n\n둘\n{{% /comment %}}\n뒤", "\n\n\n\n\n뒤"],
    ["앞 {%- comment -%}비밀{%- endcomment -%} 뒤 {% comment %}비밀{% endcomment %}", "앞  뒤 "],
    ["앞 {::comment}비밀{:/comment} 뒤 {::comment}비밀{:/} 끝", "앞  뒤  끝"],
    ["`{% comment %}` 말 `{% endcomment %}`", "`{% comment %}` 말 `{% endcomment %}`"],
    ["{% comment 메모 %}비밀{% endcomment %} {% # 비밀 %} {%- # 비밀\n둘 -%} 뒤", "  \n 뒤"],
    ['{::comment key="값"}\n비밀\n{:/comment} 앞 {::comment 비밀 /} 뒤 {:/}', "\n\n 앞  뒤 {:/}"],
    ["앞 {/* 비밀 { 둘 } */} 뒤 {{/* 비밀 */}} 끝 {{- /*\n비밀 */ -}}", "앞  뒤  끝 \n"],
    ["앞 {# 비밀 #} 뒤 {>> 비밀 <<} 끝", "앞  뒤  끝"],
    ["앞 <!-- 비밀\n\n비밀 --> 뒤\n- <!-- 비밀\n- 비밀 -->", "앞 \n\n 뒤\n- \n"],
    ["앞 <!--more--> 뒤 `<!--`와 `-->`, <!-- 열린\n\n끝", "앞 <!--more--> 뒤 `<!--`와 `-->`, <!-- 열린\n\n끝"],
    ["JSX는 {/* 주석 */}처럼, Jinja는 {# 주석 #}으로 쓴다", "JSX는 {/* 주석 */}처럼, Jinja는 {# 주석 #}으로 쓴다"],
    ['앞\n[//]: # (비밀)\n> 뒤\n> [comment]: <> (비밀)\n- 끝\n  [//]: # "비밀"', "앞\n\n> 뒤\n> \n- 끝\n  "],
    [
      "    {/* 코드 */}\n\n<pre>\n{/* 코드 */}\n</pre> `{# 코드 #}`",
      "    {/* 코드 */}\n\n<pre>\n{/* 코드 */}\n</pre> `{# 코드 #}`",
    ],
    [
      "# 가 {#id}\n\n# 나 {#id2} {{</* 예 */>}} {{< x >}} {a}",
      "# 가 {#id}\n\n# 나 {#id2} {{</* 예 */>}} {{< x >}} {a}",
    ],
    ["[//]: 글과 [comment]: https://a.example", "[//]: 글과 [comment]: https://a.example"],
    ["{{< comments >}} {% comments %} {::comment} comment", "{{< comments >}} {% comments %} {::comment} comment"],
  ];
  for (const [source, expected] of cases) assert.equal(withoutNotes(source), expected);
});

test("two percent signs in the code of MDX hide nothing, those beside it do", () => {
  const code = 'export const a = "%%x%%";\n\n{"100%% · 50%%"} <A b="%%c%%" />';
  assert.equal(withoutNotes(`${code} 앞 %%비밀 {a}%% 뒤`, true), `${code} 앞  뒤`);
  const object = 'export const comment = {{ "%%": { a: 1 } }};\n\n{{ comment }}';
  assert.equal(withoutNotes(object, true), object);
});
