import assert from "node:assert/strict";
import { test } from "node:test";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { wordsOf } from "./html-facts.ts";
import { onePost } from "./one-post.ts";

/** A body, the words that its page must show, and the warnings of the import. */
const shown: Readonly<Record<string, readonly [body: string, words: string, warnings: readonly string[]]>> = {
  "options in a line": [
    "앞 <select><option>하나</option><option>둘</option></select> 뒤\n",
    "앞 하나 둘 뒤",
    ["5 words-kept"],
  ],
  "options in a block, with a group": [
    '<select>\n  <optgroup label="묶음">\n  <option value="1">하나</option>\n\n  <option label="둘"></option></optgroup>\n</select>\n\n다음\n',
    "묶음 하나 둘 다음",
    ["5 words-kept"],
  ],
  "a drawing's words": [
    '<div><svg viewBox="0 0 9 9"><style>.a{}</style><title>제목</title><g><text x="1">안녕 <tspan>세상</tspan></text></g></svg></div>\n',
    "제목 안녕 세상",
    ["5 words-kept"],
  ],
  "a drawing over blank lines": [
    "<svg>\n\n<text>가</text>\n\n<text>나</text>\n\n</svg>\n\n다음\n",
    "가 나 다음",
    ["5 words-kept"],
  ],
  "a canvas and a template": [
    "<canvas>그림 대신</canvas>\n\n<template>\n<p>틀</p>\n</template>\n",
    "그림 대신 틀",
    ["5 words-kept", "7 words-kept"],
  ],
  "a field and a list of examples": [
    "<textarea>적은 <b> 말\n\n둘째</textarea>\n\n<xmp><b>보기</b></xmp>\n",
    "적은 b 말 둘째 b 보기 b",
    ["5 words-kept", "9 words-kept"],
  ],
  "what nothing closes": [
    "<select><option>하나\n\n문단\n\n글 <svg> 끝\n",
    "하나 문단 글 끝",
    ["5 words-kept", "9 words-kept"],
  ],
  "among the meanings of a word": [
    "말\n: 뜻\n\n    둘 <select><option>하나</option></select>\n",
    "말 뜻 둘 하나",
    ["8 words-kept"],
  ],
  "in a quotation": ["> <svg>\n> <text>가</text>\n> </svg>\n>\n> 나\n", "가 나", ["5 words-kept"]],
  "in code it stays": ["`<select>`\n\n```\n<svg><text>가</text></svg>\n```\n", "select svg text 가 text svg", []],
  "a player's own words": [
    '물이 많이 불어난 날이었다.\n\n<video src="https://a.kr/a.mp4">봄날의 강</video>\n\n<audio src="https://a.kr/b.mp3">Your browser does not support audio.</audio>\n',
    "물이 많이 불어난 날이었다 봄날의 강 a kr 외부 콘텐츠 a kr",
    ["7 embed-linked", "9 embed-linked"],
  ],
  "a player in a page in English": [
    '<video src="https://a.kr/a.mp4">A river in spring</video>\n\n{{< chart id="1" >}}\n',
    "A river in spring a kr Shortcode chart id 1",
    ["5 embed-linked", "7 shortcode-unknown"],
  ],
};

for (const [name, [body, words, warnings]] of Object.entries(shown))
  test(`words of raw HTML: ${name}`, async () => {
    const post = await onePost(body);
    assert.deepEqual([post.facts.words, post.warnings], [wordsOf(words), warnings]);
    if (body.startsWith("> ")) assert.doesNotMatch(post.facts.prose, /^\s*>|[<>]\s*$/mu);
  });

/** HTML of a backup as Markdown; what the next step must name is handed on. */
const written: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  "options are handed on": [
    "<p>앞 <select><option>하나</option></select></p>",
    "앞 <select><option>하나</option></select>",
  ],
  "a drawing is handed on, in one line": [
    "<p>글</p><svg>\n\n<text>가</text></svg>",
    "글\n\n<svg><text>가</text></svg>",
  ],
  "a drawing without words, alone in a paragraph": [
    "<p>글</p><p><svg><path></path></svg></p>",
    "글\n\n<svg><path></path></svg>",
  ],
  "scripts are handed on, to be named": [
    '<p>글</p><script src="https://gist.github.com/a/1.js"></script>',
    '글\n\n<script src="https://gist.github.com/a/1.js"></script>',
  ],
  "an embed without words": ['<object data="a.pdf"></object>', '<iframe src="a.pdf" title=""></iframe>'],
  "a picture without an address keeps its words": ['<p>앞 <img alt="대체"> 뒤</p>', "앞 대체 뒤"],
  "a picture that a script would load": ['<img data-src="a.png" alt="가">', "![가](a.png)"],
  "a table's name": [
    "<table><caption>이름</caption><tr><th>가</th><th>나</th></tr><tr><td>1</td><td>2</td></tr></table>",
    "| 가   | 나   |\n| --- | --- |\n| 1   | 2   |\n\n표: 이름",
  ],
  "a name of a table that stays HTML, with a table in it": [
    '<table><caption>이 "름"</caption><tr><td>가</td><td><table><tr><td>나</td><td>다</td></tr></table></td></tr></table>',
    '<div class="joplin-table-wrapper"><table><caption>이 &quot;름&quot;</caption><tbody><tr><td>가</td><td><table><tbody><tr><td>나</td><td>다</td></tr></tbody></table></td></tr></tbody></table></div>',
  ],
  "meanings of words": ["<dl><dt>말</dt><dd><p>뜻</p><p>둘째</p></dd></dl>", "말\n: 뜻\n\n    둘째"],
  "a colon that begins a line is no meaning of the line above": [
    "<p><strong>용어</strong><br>: 그 뜻 <b>말</b>: 뜻</p>",
    "**용어**  \n\\: 그 뜻 **말**: 뜻",
  ],
  "sounds of letters": ["<p><ruby>書<rt>서</rt></ruby>고</p>", "<ruby>書<rt>서</rt></ruby>고"],
  "lines of code": ["<pre>가<br>나</pre>", "```\n가\n나\n```"],
  "blank lines of code in a table": [
    "<table><tr><td><pre><code>가\n\n\n나</code></pre></td><td>다</td></tr></table>",
    '<div class="joplin-table-wrapper"><table><tbody><tr><td><pre><code>가\n&#10;&#10;나</code></pre></td><td>다</td></tr></tbody></table></div>',
  ],
  "a page of frames": ["<frameset><noframes>글</noframes></frameset>", "<frameset><noframes>글</noframes></frameset>"],
};

for (const [name, [html, markdown]] of Object.entries(written))
  test(`HTML to Markdown: ${name}`, () => assert.equal(htmlToMarkdown(html).trim(), markdown));
