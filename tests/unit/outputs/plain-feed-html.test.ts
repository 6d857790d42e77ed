import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { feedHtml, parsedFeedHtml } from "#outputs/feed-html.ts";
import { plainFeedHtml } from "#outputs/plain-feed-html.ts";
import { hostileText } from "./hostile.ts";

const page = "https://seogo.example/blog/posts/%EA%B8%80/";
const isPlain = (html: string) => plainFeedHtml(html, page) !== undefined;
const same = (html: string) => assert.equal(feedHtml(html, page), parsedFeedHtml(html, page), html);

const plain = [
  '<h2 id="가">가<a class="anchor" href="#가" aria-label="x"><span>#</span></a></h2>\n<p class="b">나 &amp; 다</p>',
  '<a href="/a?b=&quot;&amp;c=1">가</a><a href="java\tscript:x">나</a><a>다</a><img alt=""><img src="/가.png" alt="a>b&lt;">',
  '가<span>나<span class="k">다</span>라<span><b>마</b></span></span>바<span>사</span>',
  '<pre tabindex="0"><code><span class="k">let</span> <span lang="ja">x\u00A0</span>\n</code></pre><br><hr>',
  '<ul><li><input type="checkbox" disabled> 하나<ol reversed start="3"><li>둘</li></ol></li></ul>',
  '<table><caption>표</caption> <colgroup><col span="2"></colgroup><thead><tr><th scope="col">가</th></tr></thead><tbody><tr><td title="\u00A0"><p>나</p></td></tr></tbody></table>',
  "<dl><dt>가</dt><dd><p>나</p></dd></dl><ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp></ruby><b><b><b><b>가</b></b></b></b>",
];
const unusual = [
  "<pre>\n가</pre>",
  "<p>가<div>나</div></p>",
  '<a href="/">가<b><a href="/">나</a></b></a>',
  "<h2>가<h3>나</h3></h2>",
  "<table>가</table>",
  "<table><tr><td>가</td></tr></table>",
  "<b><i>가</b></i>",
  "<li>가</li>",
  '<p class="a" class="b">가</p>',
  "<p CLASS=b>가</p>",
  "<br/>",
  "<p>가",
  "가</p>",
  "가 > 나",
  "&copy; &nbsp; &#44032;",
  '<p title="&copy">가</p>',
  "<!-- 가 -->",
  "<math><mi>가</mi></math>",
  "<svg><p>가</p></svg>",
  "<script>1</script>",
  "<div>".repeat(90) + "</div>".repeat(90),
];

test("bodies as our printer writes them are read the quick way, others by a parser; both give the same", () => {
  for (const html of plain) assert.ok(isPlain(html), html);
  for (const html of unusual) assert.equal(isPlain(html), false, html);
  for (const html of [...plain, ...unusual]) same(html);
});

const words = (list: string) => list.split(" ");
const plainNames = words(
  "a abbr b blockquote br code dd details div dl dt em h2 h3 hr img input li ol p pre ruby s section span strong summary table ul",
);
const otherNames = words(
  "button caption col form i iframe image math mi option q rp rt script select source style svg td template textarea th title tr video",
);
const children: Readonly<Record<string, string[]>> = {
  ...{ ul: ["li"], ol: ["li"], dl: ["dt", "dd"], ruby: ["rp", "rt"] },
  ...{ table: words("caption colgroup thead tbody tfoot"), thead: ["tr"], tbody: ["tr"], tfoot: ["tr"] },
  ...{ tr: ["td", "th"], colgroup: ["col"] },
};
const voids = new Set(words("br col hr img input wbr"));
const values = fc.oneof(
  hostileText.map((text) => text.replaceAll('"', "&quot;")),
  fc.constantFrom("anchor", "b anchor", "/가", "#나", "mailto:a@b.example", "javascript:x", "&amp;&quot;", "&lt;>"),
);
const attributes = fc
  .array(fc.tuple(fc.constantFrom(...words("href src class title alt open cite data-a lang HREF")), values), {
    maxLength: 2,
  })
  .map((pairs) => pairs.map(([name, value]) => ` ${name}="${value}"`).join(""));
const texts = fc.oneof(
  hostileText.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")),
  fc.constantFrom("", " ", "\n", "\t", "\u00A0", "글", "a &amp; b"),
);

/** What a body is made of: the choices one after the other, and the words and attributes they choose from. */
interface Makings {
  readonly choices: readonly number[];
  readonly pieces: readonly (readonly [text: string, attributes: string, hostile: string])[];
}
const makings: fc.Arbitrary<Makings> = fc.record({
  choices: fc.array(fc.nat(999), { minLength: 1, maxLength: 150, size: "max" }),
  pieces: fc.array(fc.tuple(texts, attributes, hostileText), { minLength: 1, maxLength: 8 }),
});

/** A body of nested elements, most where they belong and most begun and ended. */
function bodyOf({ choices, pieces }: Makings): string {
  let at = 0;
  const choose = (count: number) => (choices[at++] ?? 0) % count;
  const of = <Thing>(things: readonly Thing[]) => things[choose(things.length)] as Thing;
  const seldom = () => choose(25) === 7;
  const body = (parent: string, depth: number): string => {
    let html = "";
    for (let left = choose(4); left > 0; left -= 1) {
      const own = children[parent];
      if (own === undefined || seldom()) html += of(pieces)[seldom() ? 2 : 0];
      if (depth === 0) continue;
      const name = of(own !== undefined && !seldom() ? own : seldom() ? otherNames : plainNames);
      html += `<${name}${choose(2) === 0 ? "" : of(pieces)[1]}>`;
      if (!voids.has(name)) html += body(name, depth - 1) + (seldom() ? "" : `</${name}>`);
    }
    return html;
  };
  return body("", 1 + choose(4));
}

test("any nest of elements gives the same the quick way as by a parser", () => {
  let quick = 0;
  const property = fc.property(makings.map(bodyOf), (html) => {
    same(html);
    if (isPlain(html)) quick += 1;
  });
  fc.assert(property, { numRuns: 3000 });
  assert.ok(quick > 300, `${quick} bodies were read the quick way`);
});

test("any row of tags gives the same the quick way as by a parser", () => {
  const names = fc.constantFrom(...plainNames, ...otherNames);
  const starts = fc.tuple(names, attributes).map(([name, written]) => `<${name}${written}>`);
  const parts = fc.array(
    fc.oneof(
      texts,
      hostileText,
      starts,
      names.map((name) => `</${name}>`),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(parts, (row) => same(row.join(""))),
    { numRuns: 1500 },
  );
});
