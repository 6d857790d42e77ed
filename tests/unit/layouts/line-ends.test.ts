import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { heldHtml, heldText } from "#components/held-html.ts";
import { heldTogether } from "#korean/line-ends.ts";

const joint = '<span class="j"></span>';
const shown = (html: string) => html.replaceAll(joint, "|");

for (const [text, held] of [
  ["‘말’이라고", "‘말’|이라고"],
  ["초개인화(hyper)를", "초개인화|(hyper)|를"],
  ["《고려사》를", "《고려사》|를"],
  ["5%를 C#으로 36.5℃에서", "5%|를 C#|으로 36.5℃|에서"],
  ["읽기/쓰기, 남·북, 오전~오후", "읽기/쓰기, 남·북, 오전~오후"],
  ["말 (설명) 뒤", "말 (설명) 뒤"],
  ["뜻(아주아주아주아주아주아주아주긴것)", "뜻(아주아주아주아주아주아주아주긴것)"],
  ["끝났다. 다음", "끝났다. 다음"],
] as const) {
  test(`‘${text}’ is held as ${held}`, () => assert.equal(heldTogether(text, "|"), held));
}

for (const [html, held] of [
  ["<p><strong>강조(설명)</strong>을</p>", "<p><strong>강조|(설명)</strong>|을</p>"],
  ["<p>끝.</p><p>다음</p>", "<p>끝.</p><p>다음</p>"],
  ["<code>부르기()</code>를", "<code>부르기()</code>|를"],
  ["<pre><code>f(‘가’나)</code></pre>", "<pre><code>f(‘가’나)</code></pre>"],
  ['<a title="‘가’나" href="/%를/">%</a>를', '<a title="‘가’나" href="/%를/">%</a>|를'],
  ["3 < 5, (가)는", "3 < 5, (가)|는"],
] as const) {
  test(`${html} is held as ${held}`, () => assert.equal(shown(heldHtml(html)), held));
}

test("a formula in a line keeps its particle", () => {
  const formula = "<math><mi>m</mi></math>";
  assert.equal(
    heldHtml(`<p>${formula}은 ${formula} ${formula}.</p>`),
    `<p><span class="n">${formula}은</span> ${formula} <span class="n">${formula}.</span></p>`,
  );
  assert.equal(heldHtml('<math display="block"><mi>n</mi></math>은'), '<math display="block"><mi>n</mi></math>은');
});

test("a description as HTML is escaped and held", () => {
  assert.equal(heldText("a < b & ‘말’이"), `a &lt; b &amp; ‘말’${joint}이`);
});

test("holding adds joints and nothing else", () => {
  const part = fc.constantFrom(
    "가",
    "나",
    "(",
    ")",
    "‘",
    "’",
    "%",
    " ",
    "a",
    ".",
    "<b>",
    "</b>",
    "<code>",
    "</code>",
    "<br>",
    "<",
  );
  const source = fc.array(part).map((parts) => parts.join(""));
  fc.assert(fc.property(source, (html) => heldHtml(html).replaceAll(joint, "") === html));
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0001")),
      (text) => heldTogether(text, "\u0001").replaceAll("\u0001", "") === text,
    ),
  );
});
