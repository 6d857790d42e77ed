import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageFacts, parsedFacts } from "#tools/prove/page-facts.ts";
import { plainPage } from "#tools/prove/plain-page.ts";
import { hostileBodies } from "./guards-hostile.ts";
import { assertHolds } from "../random.ts";

const page = (body: string, head = "") =>
  `<!DOCTYPE html><html lang="ko"><head><title>가</title>${head}</head><body>${body}</body></html>`;
const isPlain = (text: string) => plainPage(Buffer.from(text), () => {}) !== undefined;
const same = (text: string) => assert.deepEqual(pageFacts(Buffer.from(text)), parsedFacts(text), text);

test("every hostile body is read to the same facts as by a browser's parser", () => {
  for (const [, html] of hostileBodies)
    for (const text of [page(html), page("", html), html, page(`<p>${html}</p>`)]) same(text);
});

const plain = [
  '<a href="/a&amp;b">가</a><img src="/x.png" alt="">',
  "<ul><li>하나</li><li><a href='/'>둘</a></li></ul>".replaceAll("'", '"'),
  "<table><caption>표</caption><thead><tr><th>가</th></tr></thead> <tbody><tr><td><p>나</p></td></tr></tbody></table>",
  '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><circle r="1"></circle></g></svg>',
  '<h2 id="a"><a href="#a">제목</a></h2><p><b>굵게 <i>기울여</i></b></p><br/><hr>',
];
const unusual = [
  "<a href='/'>가</a>",
  "<a href=/>가</a>",
  '<A href="/">가</A>',
  '<a href="/" href="/b">가</a>',
  '<a href="/&copy;">가</a>',
  '<a href="/?a&b">가</a>',
  "<p>가<div>나</div></p>",
  "<p>가",
  "<b><i>가</b></i>",
  '<a href="/a">가<a href="/b">나</a></a>',
  "<a href='/'><span><a href='/b'>가</a></span></a>",
  "<h1><h2>가</h2></h1>",
  "<li>가</li>",
  "<table><tr><td>가</td></tr></table>",
  '<table><tbody><a href="/">가</a></tbody></table>',
  "<table>가</table>",
  "<select><option>가</option></select>",
  "<svg><p>가</p></svg>",
  "<svg><title>가</title></svg>",
  '<svg><path xlink:href="/x"/></svg>',
  "<math><mi>가</mi></math>",
  "<script>1</script>",
  "<style>a{}</style>",
  "<template><a href='/'>가</a></template>",
  "<noscript><a href='/'>가</a></noscript>",
  "<textarea><a href='/'>가</a></textarea>",
  "<iframe></iframe>",
  "<body class='b'>",
  "<html lang='en'>",
  "<!-- 가 -->",
  "가 < 나",
  "</p>",
  "</br>",
  "\0",
  "\r",
  "<my-word>가</my-word>",
  "<form><form><input></form></form>",
  "<image src='/x'>",
  "<frameset></frameset>",
  "<ruby><rb>가</ruby>",
  "<dl><dt>가<dd>나</dl>",
  "<i/>가",
  '<p /id="a">가</p>',
  '<p ID="a" id="b">가</p>',
  '<p id="a"id="b">가</p>',
  "<p>가</p >",
];
const otherFrames = [
  page("").replace("<head>", '<head id="a"></head><head id="b">'),
  page("").replace("</body>", '</body><head id="a"></head>'),
  page("").replace("<body>", '<html id="a"><body>'),
  page("").replace("</html>", '</html><html id="a"></html>'),
  `${page("")}뒤`,
  page("").replace(/<body>.*<\/body>/u, ""),
  page("").replace(/<head>.*<\/head>/u, ""),
  page("").replace("<title>가", "<title>가<b>"),
];

test("plain bodies are read the quick way; unusual ones never are; the facts are the same", () => {
  for (const body of plain) assert.ok(isPlain(page(body)), body);
  for (const body of unusual) assert.equal(isPlain(page(body)), false, body);
  for (const body of [...plain, ...unusual]) same(page(body));
  for (const text of otherFrames) assert.equal(isPlain(text), false, text);
  otherFrames.forEach(same);
  same(page("").replace("<body>", '<body id="a">').replace("</body>", '</body><body id="b">뒤</body>'));
  for (const text of ["", "가", page("").replace("<head>", ""), `${page("")}<p>뒤</p>`, `${page("")}<html id="a">`])
    same(text);
  for (const head of [
    "글자",
    "<p>가</p>",
    "<title>둘째</title>",
    "<title>가<b></title>",
    '<script type="application/ld+json">{"a":"<!-- <script>"}</script>',
    '<script type="application/ld+json">1</SCRIPT><meta name="robots" content="noindex"></script>',
  ])
    same(page("", head));
});

const names =
  "a b i em span div p h1 h2 ul li dl dt dd table caption thead tbody tr td th ruby rt svg path g img br hr input section figure code pre title meta script body html head details".split(
    " ",
  );
const name = fc.constantFrom(...names);
const attribute = fc.constantFrom(
  "",
  ' id="x"',
  ' href="/a"',
  ' src="/b&amp;c"',
  " alt",
  ' onclick="1"',
  ' href="&#39;&lt;"',
  " xlink:href='/d'",
  ' id="y" id="z"',
  ' ID="w"',
  ' onClick="1"',
  ' Style="a" title="&copy;"',
  " /",
  '\nclass="a>b<c"',
);
const words = fc.constantFrom("", "가", " ", "\n", "&lt;", "&copy;", "<", "-->", "</", "<!-- 가 -->");
const part = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, attribute, words).map(([tag, at, text]) => `<${tag}${at}>${text}</${tag}>`) },
  { weight: 3, arbitrary: fc.tuple(name, attribute).map(([tag, at]) => `<${tag}${at}>`) },
  { weight: 2, arbitrary: name.map((tag) => `</${tag}>`) },
  { weight: 1, arbitrary: words },
);
/** Elements well nested by name, in parents that mostly do not suit them. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(
      name,
      attribute,
      fc.oneof(
        { depthSize: "small" },
        words,
        fc.array(tie("tree"), { maxLength: 3 }).map((parts) => parts.join("")),
      ),
    )
    .map(([tag, at, inner]) =>
      /^(?:img|br|hr|input|meta)$/u.test(tag) ? `<${tag}${at}>` : `<${tag}${at}>${inner}</${tag}>`,
    ),
}));

test("whatever tags come in whatever order, the facts are those of a browser's parser", () => {
  assertHolds(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => same(page(parts.join("")))),
    3000,
  );
  assertHolds(
    fc.property(fc.array(tree, { maxLength: 3 }), (parts) => same(page(parts.join("")))),
    3000,
  );
  assertHolds(
    fc.property(fc.array(fc.oneof(part, tree), { maxLength: 4 }), (parts) => same(page("", parts.join("")))),
    1000,
  );
});
