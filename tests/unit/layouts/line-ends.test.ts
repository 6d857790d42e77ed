import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { heldHtml, heldText } from "#components/held-html.ts";
import { heldTogether } from "#korean/line-ends.ts";
import { assertHolds } from "../../random.ts";

const joint = '<span class="j"></span>';
const shown = (html: string) => html.replaceAll(joint, "|");

for (const [text, held] of [
  ["‘말’이라고", "‘말’|이라고"],
  ["초개인화(hyper)를", "초개인화|(hyper)|를"],
  ["《고려사》를", "《고려사》|를"],
  ["5%를 C#으로 36.5℃에서", "5%|를 C#|으로 36.5℃|에서"],
  ["읽기/쓰기, 남·북, 오전~오후", "읽기/쓰기, 남|·북, 오전|~오후"],
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
  ["<code>npm run a-b -- --to=x -v</code>", "<code>npm run a-b -- -|-|to=x -|v</code>"],
  ["<pre><code>f(‘가’나) --to</code></pre>", "<pre><code>f(‘가’나) --to</code></pre>"],
  ['<a title="‘가’나" href="/%를/">%</a>를', '<a title="‘가’나" href="/%를/">%</a>|를'],
  ["3 < 5, (가)는", "3 < 5, (가)|는"],
] as const) {
  test(`${html} is held as ${held}`, () => assert.equal(shown(heldHtml(html)), held));
}

test("links that show their own address are marked, so that paper does not say it twice", () => {
  const marked = (href: string, words: string) => heldHtml(`<a href="${href}">${words}</a>`).includes('class="bare"');
  const own = [
    ["https://a.kr/x?a=1&amp;b=2", "https://a.kr/x?a=1&amp;b=2"],
    ["https://a.kr/%EA%B0%80", "https://a.kr/가"],
    ["http://www.a.kr", "www.a.kr"],
  ] as const;
  for (const [href, words] of own) assert.ok(marked(href, words), words);
  for (const words of ["에이", "https://b.kr/x", "https://a.kr"]) assert.ok(!marked("https://a.kr/x", words), words);
});

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

/** Pieces whose neighbours decide what is held, among them tags in every state of repair. */
const pieces = fc.constantFrom(
  ..."가 나 다. ( ) [ ‘ ’ “ 」 % ℃ # 1 a , . · < > & 漢 \u200b \ud800 é ㄱ".split(" "),
  ..." |\n|\t|<b>|</b>|<code>|</code>|<CODE>|<pre_a>|<rt>|</rt>|<br>|<!-- -->|<p title='>'>|<a href='‘가'>|<math>|</math>|(뜻)을 ".split(
    "|",
  ),
);
const source = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

test("holding adds joints and nothing else", () => {
  const plain = source.filter((html) => !html.includes("<math"));
  assertHolds(fc.property(plain, (html) => heldHtml(html).replaceAll(joint, "") === html));
  assertHolds(
    fc.property(
      fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0001")),
      (text) => heldTogether(text, "\u0001").replaceAll("\u0001", "") === text,
    ),
  );
});

/** The rules asked at each place of the text for itself, of the text as it came. */
function heldPlaceByPlace(text: string, before = ""): string {
  const held = text.split("").map((sign, index) => {
    const left = index === 0 ? before : text.slice(0, index);
    const right = text.slice(index);
    const tornParticle = /[\p{Pe}\p{Pf}%‰#.!?°′″℃℉®™©*]$/u.test(left) && /^[가-힣]/u.test(right);
    const tornGloss =
      index > 0 && /[가-힣]$/u.test(left) && /^(?:[~∼·]|[\p{Ps}\p{Pi}][^\s]{1,14}(?:\s|$))/u.test(right);
    return tornParticle || tornGloss ? joint + sign : sign;
  });
  return held.join("");
}

test("no text that could be held is passed over", () => {
  const text = fc.oneof(source, fc.string({ unit: "binary" }));
  assertHolds(
    fc.property(text, text, (one, before) => heldTogether(one, joint, before) === heldPlaceByPlace(one, before)),
  );
});

test("no sign beside Hangul is passed over", () => {
  for (let code = 0; code < 0x10000; code += 1) {
    for (const text of [`${String.fromCharCode(code)}나`, `가${String.fromCharCode(code)}b`]) {
      assert.equal(heldTogether(text, joint), heldPlaceByPlace(text));
    }
  }
});

/** The same by one search over the whole, without formulas. */
function heldInOneSearch(html: string): string {
  const parts = /<(pre|code|math|svg|rt|rp)\b[^>]*>[\s\S]*?<\/\1>|<\/?([a-z][a-z0-9]*)[^>]*>|[^<]+|</giu;
  const inline =
    /^(?:a|abbr|b|bdi|cite|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong|su[bp]|time|u|var)$/iu;
  let before = "";
  return html.replace(parts, (part: string, kept?: string, tag?: string) => {
    if (kept === undefined && tag !== undefined) {
      if (!inline.test(tag)) before = "";
      return part;
    }
    const text = kept === undefined ? heldPlaceByPlace(part, before) : part;
    before = kept === undefined ? part : part.replace(/<[^>]*>/gu, "");
    return text;
  });
}

test("HTML walked tag by tag is held as by one search over the whole", () => {
  const plain = source.filter((html) => !html.includes("<math"));
  assertHolds(
    fc.property(plain, (html) => heldHtml(html) === heldInOneSearch(html)),
    1000,
  );
});
