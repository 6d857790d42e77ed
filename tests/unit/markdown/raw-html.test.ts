import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "./findings.ts";
import { places, rendered } from "./setting.ts";

const passed: readonly (readonly [string, string, (readonly string[])?])[] = [
  ["<kbd>Ctrl</kbd> <sup>2</sup> <mark>표시</mark>", "<p><kbd>Ctrl</kbd> <sup>2</sup> <mark>표시</mark></p>"],
  ["<hr>", "<hr>"],
  ["가<br>나", "<p>가<br>나</p>"],
  ["가</br>나</BR >다", "<p>가<br>나<br>다</p>"],
  ["<center>가운데</center>", '<div class="ta-center">가운데</div>'],
  ["<font color='red'>글</font>", "<p><span>글</span></p>", ["html-removed"]],
  ['<p align="right" class="남의-것">말</p>', '<p class="ta-right">말</p>'],
  ["<ruby>漢<rt>한</rt></ruby>", "<p><ruby>漢<rt>한</rt></ruby></p>"],
  [
    "<details>\n<summary>펼치기</summary>\n\n**속**\n\n</details>",
    "<details>\n<summary>펼치기</summary>\n<p><strong>속</strong></p>\n</details>",
  ],
  [
    "<img src='책.png' width=400 alt='책'>",
    '<img src="/pictures/book-0123456789.png" width="400" height="200" alt="책" decoding="async">',
  ],
  [
    '<img src="책.png" align="left" alt="책">',
    '<img src="/pictures/book-0123456789.png" width="800" height="400" alt="책" decoding="async">',
  ],
  ['<p style="color: red; text-align: center">말</p>', '<p class="ta-center">말</p>', ["html-removed"]],
  ['<p style="TEXT-ALIGN:Right ;">말</p>', '<p class="ta-right">말</p>'],
  ['<p style="x-text-align:center">말</p>', "<p>말</p>", ["html-removed"]],
  ['<p align="CENTER">말</p><p align="justify">말</p>', '<p class="ta-center">말</p><p>말</p>'],
  ['<p style="text-align:left" align="right">말</p>', '<p class="ta-left">말</p>'],
  ['<td bgcolor="red">말</td>', "<td>말</td>", ["html-removed"]],
  ["<font face='굴림'>글</font>", "<p><span>글</span></p>", ["html-removed"]],
  ["<a name='옛' id='새'>말</a>", '<p><a id="새">말</a></p>'],
  ["가 <!-- 비밀 --> 나", "<p>가  나</p>"],
  ["제네릭 List<T>와 <pid>", "<p>제네릭 List&lt;T&gt;와 &lt;pid&gt;</p>", ["tag-as-text", "tag-as-text"]],
  ["<b>열고", "<p><b>열고</b></p>", ["html-unclosed"]],
  ["닫고</b>", "<p>닫고</p>", ["html-unclosed"]],
  ["<a name='옛'></a>", '<p><a id="옛"></a></p>'],
  ['<i id="가">하나</i> <b id="가">둘</b>', '<p><i id="가">하나</i> <b>둘</b></p>'],
  ["&lt;script&gt; &amp; &copy;", "<p>&lt;script&gt; &amp; ©</p>"],
  [
    '<iframe src="https://www.youtube.com/embed/abc" title="강연"></iframe>',
    '<p class="embed"><a href="https://www.youtube.com/watch?v=abc">강연 — youtube.com</a></p>',
    ["html-embed"],
  ],
  [
    '<script src="https://gist.github.com/a/b.js"></script>',
    '<p class="embed"><a href="https://gist.github.com/a/b">외부 콘텐츠 — gist.github.com</a></p>',
    ["html-embed"],
  ],
  ["<script>1</script>", "", ["html-removed"]],
  ['<video src="없는.mp4"></video>', "", ["film-missing"]],
  ["<b onclick=alert(1)>글</b>", "<p><b>글</b></p>", ["html-removed"]],
  ["말\n\n<!-- 닫지 않은 주석\n\n숨는 말", "<p>말</p>", ["comment-unclosed"]],
  ['<b style="color:red">글</b>', "<p><b>글</b></p>", ["html-removed"]],
  ['<b srcdoc="글">글</b>', "<p><b>글</b></p>", ["html-removed"]],
  ["<p hidden>글</p>", "<p>글</p>", ["html-removed"]],
  ["<template>\n\n숨김\n\n- 숨김\n\n</template>\n\n뒤", "<p>뒤</p>", ["html-removed"]],
  ["> <object>\n>\n> 숨김\n\n뒤 </object>", "<blockquote>\n\n<p>숨김</p>\n</blockquote>\n<p>뒤 </p>", ["html-removed"]],
];

test("harmless HTML passes, the rest is told", async () => {
  for (const [source, expected, codes = []] of passed) {
    const { html, warnings } = await rendered(source);
    assert.equal(html.trim(), expected, source);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      codes,
      source,
    );
  }
});

const mentioned: readonly [source: string, html: string, places: readonly string[]][] = [
  ["글의 <title> 안.", "<p>글의 &lt;title&gt; 안.</p>", ["tag-as-text 1:4"]],
  ["<body> 앞, </head> 뒤.", "&lt;body&gt; 앞, &lt;/head&gt; 뒤.", ["tag-as-text 1:1", "tag-as-text 1:11"]],
  ["제목은 <h1>, <h2> 태그로", "<p>제목은 &lt;h1&gt;, &lt;h2&gt; 태그로</p>", ["tag-as-text 1:5", "tag-as-text 1:11"]],
  ["<div>\n꼭 <h3>을 쓴다\n</div>", "<div>\n꼭 &lt;h3&gt;을 쓴다\n</div>", ["tag-as-text 2:3"]],
  ["<h2>열고", '<h2 id="열고">열고</h2>', ["html-unclosed 1:1"]],
  ["칸은 <input> 이다.", "<p>칸은 &lt;input&gt; 이다.</p>", ["tag-as-text 1:4"]],
  ["말 <title>숨김</title> 끝", "<p>말  끝</p>", ["html-removed 1:3"]],
  ["<body>\n\n글\n\n</body>", "<p>글</p>", []],
  [
    '앞 <iframe src="https://a.kr/x"> 뒤',
    '<p>앞 <span class="embed"><a href="https://a.kr/x">외부 콘텐츠 — a.kr</a></span> 뒤</p>',
    ["html-embed 1:3"],
  ],
];

test("a sentence that names an element keeps its words", async () => {
  for (const [source, html, expected] of mentioned) {
    const body = await rendered(source);
    assert.equal(body.html.trim(), html, source);
    assert.deepEqual(places(body), expected, source);
  }
});

const markdownInside: readonly [source: string, html: string][] = [
  ["<center> - 끝 - </center>", '<div class="ta-center"> - 끝 - </div>'],
  ["<center>가운데 **글**</center>", '<div class="ta-center">가운데 <strong>글</strong></div>'],
  [
    "<details><summary>**제목**</summary>\n- 하나\n- 둘\n</details>",
    "<details><summary><strong>제목</strong></summary><ul>\n<li>하나</li>\n<li>둘</li>\n</ul></details>",
  ],
  ["<aside>\n💡 **강조(설명)**을 '말'이\n</aside>", "<aside>💡 <strong>강조(설명)</strong>을 ‘말’이</aside>"],
  ["<div>\n    [책](https://a.kr)\n</div>", '<div><a href="https://a.kr">책</a></div>'],
  [
    "<br>\n### 큰 제목\n글",
    '<br><h2 id="큰-제목">큰 제목<a class="anchor" href="#큰-제목" aria-label="이 부분의 링크"></a></h2><p>글</p>',
  ],
  ["<pre>\n**그대로**\n</pre>", "<pre>\n**그대로**\n</pre>"],
  ["<div>\n별*표* 하나\n</div>", "<div>\n별*표* 하나\n</div>"],
];

test("what an author wrote as Markdown inside HTML is read as Markdown", async () => {
  for (const [source, html] of markdownInside) {
    assert.equal((await rendered(source, { quotes: "korean" })).html.trim(), html, source);
  }
  const missing = await rendered("앞\n\n<div>\n**그림** ![창](없음.png)\n</div>");
  assert.deepEqual(places(missing), ["picture-missing 3:1"]);
});

const embedded: readonly [source: string, html: string][] = [
  [
    '<iframe src="https://www.youtube.com/embed/abcDEF12345?start=30" title="영상"></iframe>',
    '<p class="embed"><a href="https://www.youtube.com/watch?v=abcDEF12345&amp;t=30">영상 — youtube.com</a></p>',
  ],
  [
    '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1" title="강의"></iframe>',
    '<p class="embed"><a href="https://www.youtube.com/embed/videoseries?list=PL1">강의 — youtube.com</a></p>',
  ],
  [
    '<iframe src="https://player.vimeo.com/video/123?h=1" title="영상"></iframe>',
    '<p class="embed"><a href="https://vimeo.com/123">영상 — player.vimeo.com</a></p>',
  ],
  [
    '<script src="//asciinema.org/a/14.js" async></script>',
    '<p class="embed"><a href="https://asciinema.org/a/14">외부 콘텐츠 — asciinema.org</a></p>',
  ],
  [
    '<video controls><source src="https://a.kr/v.mp4" type="video/mp4"></video>',
    '<p><span class="embed"><a href="https://a.kr/v.mp4">외부 콘텐츠 — a.kr</a></span></p>',
  ],
  [
    '<video src="책.png" controls></video>',
    '<video src="/pictures/book-0123456789.png" controls preload="metadata"></video>',
  ],
  [
    '<video src="책.png" width="320" height="50%" autoplay loop muted aria-label="길" onplay="x()"></video>',
    '<video src="/pictures/book-0123456789.png" controls preload="metadata" width="320" loop muted aria-label="길"></video>',
  ],
  [
    '<script async src="https://platform.twitter.com/widgets.js"></script>\n\n<blockquote><a href="https://t.kr/1">2024</a></blockquote>',
    '<blockquote><a href="https://t.kr/1">2024</a></blockquote>',
  ],
];

test("a tag that never ends stays words, however deep it is read", async () => {
  for (const broken of ["<details open onclick=\n`책`", "<p title=\n**책**", "<x a='\n- 책"]) {
    const { html } = await rendered(`<div>\n\n${broken}\n\n</div>\n`);
    assert.deepEqual(findings(html), []);
    assert.ok(html.includes("책"), html);
  }
});

test("loaders go, media show or become links, a film keeps the second it starts at", async () => {
  for (const [source, html] of embedded) assert.ok((await rendered(source)).html.includes(html), source);
  assert.ok(!(await rendered(embedded[3]?.[0] ?? "")).html.includes("widgets.js"));
  assert.equal((await rendered(`말이다.\n\n${embedded[0]?.[0]}`)).lead, "말이다.\n영상");
});

test("formulas that an author writes as MathML are elements, not words", async () => {
  const { html } = await rendered("값은 <math><msup><mi>x</mi><mn>2</mn></msup></math>입니다\n");
  assert.match(html, /<math><msup><mi>x<\/mi><mn>2<\/mn><\/msup><\/math>/u);
});
