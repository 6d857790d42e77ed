import assert from "node:assert/strict";
import { test } from "node:test";
import { readersText } from "#markdown/composed-text.ts";
import { places, rendered, renderedMdx } from "./setting.ts";

test("a paragraph that is one formula between two signs stands on lines of its own", async () => {
  const shown = async (source: string) =>
    (await rendered(source)).html.match(/<math[^>]*display="block"/gu)?.length ?? 0;
  assert.equal(await shown("글\n\n$$ x^2 $$\n\n> $$y$$"), 2);
  assert.equal(await shown("$$z$$\n{: .notice }"), 1);
  assert.equal(await shown("값은 $$x^2$$이다\n\n- $$y$$\n\n`$$z$$`"), 0);
});

test("a formula of several lines ends where its signs do, wherever they stand on their lines; nothing is lost", async () => {
  const table: readonly (readonly [source: string, tex: readonly string[], around: readonly string[]])[] = [
    ["$$\\frac{a}{b}\n\\cdot c$$\n\n뒤", ["\\frac{a}{b}\n\\cdot c"], ["뒤"]],
    ["앞\n$$a\nb\n$$\n뒤", ["a\nb"], ["앞", "뒤"]],
    ["$$\na\nb$$ 뒤\n\n$$\nc\n\n d\n$$\n끝", ["a\nb", "c\n\n d"], ["뒤", "끝"]],
    ["- 앞\n  $$a\n  b$$\n\n> $$c\n> d$$\n\n뒤", ["a\nb", "c\nd"], ["앞", "뒤"]],
    ["$$a\n+ b\n- c\n= d\n1. e$$\n뒤", ["a\n+ b\n- c\n= d\n1. e"], ["뒤"]],
    ["> $$a\n> + b\n> $$\n\n- $$c\n  - d$$", ["a\n+ b", "c\n- d"], []],
    ["$$a\n\nb$$\n\n$$c$$", ["c"], ["$$a", "b$$"]],
    ["$$\n닫지 않은 것\n\n뒤", [], ["$$<br>", "닫지 않은 것", "뒤"]],
    ["```\n$$a\n```\n\n$$\nb\n$$\n뒤", ["b"], ["$$a", "뒤"]],
  ];
  for (const [source, tex, around] of table) {
    const { html } = await rendered(source, { lineBreaks: "keep" });
    const made = [...html.matchAll(/<annotation[^>]*>([^<]*)</gu)].map(([, one]) => one);
    assert.deepEqual(made, tex, source);
    const words = html.replace(/<math[\s\S]*?<\/math>/gu, "");
    for (const word of around) assert.ok(words.includes(word), `${source}\n${html}`);
    assert.doesNotMatch(html, /math-bad/u);
  }
});

const bracketed: readonly (readonly [source: string, read: string])[] = [
  ["값은 \\( a+b \\)이고 \\(\\alpha\\)다", "값은 $$ a+b $$이고 $$\\alpha$$다"],
  ["\\[\nE = mc^2 \\text{ 에너지}\n\\]\n\n- \\[ x_1 \\]", "$$\nE = mc^2 \\text{ 에너지}\n$$\n\n- $$ x_1 $$"],
  ...[
    "\\[공지\\] \\[ 공지=1 \\] \\(주\\) \\[1\\] \\[gallery ids=1\\] \\[a\n\n=b \\]",
    "\\\\( a=b \\) \\( a=b \\]",
    "`\\( a=b \\)`\n\n1. 가\n\n     ```tex\n     \\[ a=b \\]\n     ```\n\n    \\[ a=b \\]",
    "> ```tex\n> \\[ a=b \\]\n> ```",
  ].map((kept) => [kept, kept] as const),
];

test("formulas between TeX's brackets, as chats write them, are formulas; other escaped brackets and code stay", async () => {
  for (const [source, read] of bracketed) assert.equal(readersText(source, false), read);
  const { html, warnings } = await rendered(readersText("값은 \\( a+b \\)다\n\n\\[\nE = mc^2\n\\]", false));
  assert.deepEqual([html.match(/<math/gu)?.length, html.match(/display="block"/gu)?.length, warnings], [2, 1, []]);
});

test("a formula in words of HTML is a formula where Markdown may have one; money and code of HTML stay", async () => {
  const formulas = async (source: string, math = true) => {
    const { html, warnings } = await rendered(source, { math });
    assert.deepEqual(warnings, [], source);
    return [...html.matchAll(/<annotation[^>]*>([^<]*)</gu)].map(([, tex]) => tex);
  };
  const folded = "<details>\n<summary>수식 $x^2$ 풀이</summary>\n\n글\n\n</details>";
  assert.deepEqual(await formulas(folded), ["x^2"]);
  assert.deepEqual(await formulas("<table>\n<tr><td>$a_1$</td><td>$b$</td></tr>\n</table>"), ["a_1", "b"]);
  for (const kept of ["<div>$5와 $10</div>", "<pre>$x$</pre>", "<div>$a &lt; b$</div>", "<div>$$ 비싼 곳 $$</div>"])
    assert.deepEqual(await formulas(kept), [], kept);
  assert.deepEqual(await formulas(folded, false), []);
  // Stars of words that are no Markdown stay, where nothing is a formula.
  const stars = "<div>$5 *별* $6</div>";
  for (const math of [true, false]) assert.ok((await rendered(stars, { math })).html.includes("*별*"));
});

test("inline formulas follow the setting, and money is money", async () => {
  const inline = async (source: string) => (await rendered(source, { math: true })).html.trim();
  assert.equal(await inline("$100와 $200을 냈다"), "<p>$100와 $200을 냈다</p>");
  assert.equal(await inline("US$5~US$10, $5이고 값은 B$"), "<p>US$5~US$10, $5이고 값은 B$</p>");
  // Beside code, a formula between two signs, and Korean money written behind its number.
  for (const [source, html] of [
    ["$100 와 $200, 그리고 $$x$$", "$100 와 $200, 그리고 x"],
    ["`$A`인$x$ 다", "<code>$A</code>인x 다"],
    ["100$와 200$", "100$와 200$"],
    ["$a\\:b$, $$a\\:b$$", "a\\:b, a\\:b"],
  ] as const)
    assert.equal(
      (await inline(source)).replace(/<math>.*?<annotation[^>]*>(.*?)<\/annotation>.*?<\/math>/gu, "$1"),
      `<p>${html}</p>`,
    );
  assert.match(await inline("$E = mc^2$이다"), /^<p><math>.*<\/math>이다<\/p>$/);
  assert.match(
    await renderedMdx("$$\nx^2\n$$"),
    /^<div class="math" tabindex="0"><math[^>]*><semantics><msup><mi>x<\/mi>/,
  );
  const remarks = await rendered("$$\n% 적어 둔 말\na \\% b % 적어 둔 말\n$$\n\n$$50%$$ $$c%적어$$");
  assert.ok(remarks.html.includes(">a \\% b</annotation>") && remarks.html.includes(">50%</annotation>"), remarks.html);
  assert.doesNotMatch(remarks.html + remarks.text, /적어/u);
  const bad = await rendered("앞 $$\\없는명령{$$");
  assert.ok(bad.html.includes('<code class="math-bad">\\없는명령{</code>'), bad.html);
  assert.deepEqual(places(bad), ["math-bad 1:3"]);
  const block = await rendered("앞\n\n$$\n\\frac{\n$$\n\n```math\n\\frac{\n```");
  assert.equal(
    block.html.match(/<pre tabindex="0"><code class="math-bad">\\frac\{<\/code><\/pre>/gu)?.length,
    2,
    block.html,
  );
  assert.deepEqual(places(block), ["math-bad 3:1", "math-bad 7:1"]);
  assert.match(String(block.warnings[0]?.values["message"]), /^\S/u);
});

test("what MathJax reads is read, and a command holds from the formula that defines it on", async () => {
  const written = [
    String.raw`\begin{eqnarray} a &=& b \\ c &\le& d \end{eqnarray}`,
    String.raw`\newcommand{\R}{\mathbb{Q}} \newcommand\pair[2]{(#1,#2)} x \in \R`,
    String.raw`\pair{\R}{y}`,
    String.raw`\DeclareMathOperator*{\argmax}{arg\,max} \argmax_x`,
    String.raw`\def\sq#1{#1^2} \mbox{넓이} = \sq w`,
    String.raw`\require{cancel} \cancel{a}`,
  ];
  const { html, warnings } = await rendered(written.map((tex) => `$$\n${tex}\n$$`).join("\n\n"));
  assert.deepEqual(warnings, []);
  const shown = [...html.matchAll(/<math[\s\S]*?<\/math>/gu)].map(([math]) =>
    math.replace(/<annotation[\s\S]*?<\/annotation>|<[^>]*>|[\s\u2061]/gu, ""),
  );
  assert.deepEqual(shown, ["a=bc≤d", "x∈ℚ", "(ℚ,y)", "argmaxx", "넓이=w2", "a"]);
  assert.equal(html.match(/<mtr>/gu)?.length, 2);
  const { warnings: elsewhere } = await rendered("$$\n\\pair{a}{b}\n$$");
  assert.equal(elsewhere.length, 1, "another post knows nothing of it");
});
