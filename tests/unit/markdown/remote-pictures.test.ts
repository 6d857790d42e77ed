import assert from "node:assert/strict";
import { test } from "node:test";
import { mdxProcessor, readMdxBody } from "#markdown/mdx.ts";
import { plain, rendered, renderedMdx } from "./setting.ts";

const asked = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

/** Source → HTML and the origins it asks of the policy. */
const cases: readonly (readonly [source: string, html: string, origins: readonly string[]])[] = [
  ["![산](https://a.kr/b.png)", `<p><img src="https://a.kr/b.png" alt="산" ${asked}></p>`, ["https://a.kr"]],
  ["![](http://a.kr:8080/b)", `<p><img src="http://a.kr:8080/b" alt="" ${asked}></p>`, ["http://a.kr:8080"]],
  ["![](//A.kr/b?c=1&d)", `<p><img src="https://a.kr/b?c=1&amp;d" alt="" ${asked}></p>`, ["https://a.kr"]],
  [
    "![](https://한글.kr/그림.png)",
    `<p><img src="https://xn--bj0bj06e.kr/%EA%B7%B8%EB%A6%BC.png" alt="" ${asked}></p>`,
    ["https://xn--bj0bj06e.kr"],
  ],
  [
    "![](https://a.kr/x~y~%20=z.png)",
    `<p><img src="https://a.kr/x~y~%20=z.png" alt="" ${asked}></p>`,
    ["https://a.kr"],
  ],
  [
    '![산](https://a.kr/b.png "봄 산")',
    `<figure><img src="https://a.kr/b.png" alt="산" ${asked}><figcaption>봄 산</figcaption></figure>`,
    ["https://a.kr"],
  ],
  [
    "[![산](https://a.kr/b.png)](https://b.kr/)",
    `<p><a href="https://b.kr/"><img src="https://a.kr/b.png" alt="산" ${asked}></a></p>`,
    ["https://a.kr"],
  ],
  [
    "![](https://b.kr/1) ![](https://a.kr/1) ![](https://b.kr/2)",
    `<p><img src="https://b.kr/1" alt="" ${asked}> <img src="https://a.kr/1" alt="" ${asked}> <img src="https://b.kr/2" alt="" ${asked}></p>`,
    ["https://a.kr", "https://b.kr"],
  ],
];

test("a picture whose host no policy can name becomes a link, told at its line; the policy opens to nobody", async () => {
  for (const address of ["https://a_b.kr/1", "https://a;b.kr/1"]) {
    const { html, remoteOrigins, warnings } = await rendered(`![산](${address})`);
    assert.equal(html, `<p><a href="${address}">산</a></p>`);
    assert.deepEqual(remoteOrigins, []);
    assert.deepEqual(
      warnings.map(({ code, line }) => [code, line]),
      [["picture-host", 1]],
    );
  }
});

/** HTML that an author wrote in a `.md` file. */
const raw: typeof cases = [
  [
    '<img src="https://a.kr/b.png" width="300" height=200>',
    `<img src="https://a.kr/b.png" width="300" height="200" alt="" ${asked}>`,
    ["https://a.kr"],
  ],
  [
    '<a href="/산/"><img src="//a.kr/b.png" width=30 alt="산"></a>',
    `<p><a href="/산/"><img src="https://a.kr/b.png" width="30" alt="산" ${asked}></a></p>`,
    ["https://a.kr"],
  ],
  [
    '<img src="https://a.kr/b.png" height=20 title="봄">',
    `<img src="https://a.kr/b.png" height="20" alt="" title="봄" ${asked}>`,
    ["https://a.kr"],
  ],
  [
    '<img src="https://a.kr/b.png" width="50%">',
    `<img src="https://a.kr/b.png" width="324" alt="" ${asked}>`,
    ["https://a.kr"],
  ],
];

test("a picture of another site is shown, unasked for till it is seen, and its origin is told", async () => {
  for (const [source, html, remoteOrigins] of [...cases, ...raw]) {
    const body = await rendered(source);
    assert.equal(body.html.trim(), html, source);
    assert.deepEqual([body.remoteOrigins, body.warnings, body.pictures], [remoteOrigins, [], []], source);
  }
});

test("what is no picture's address stays a note, and origins come of pictures alone", async () => {
  for (const source of ["![말](http://)", "![말](javascript:alert(1))", "![말](data:image/png;base64,AA)"]) {
    const { html, remoteOrigins, warnings } = await rendered(source);
    assert.match(html, /picture-missing/u, source);
    assert.deepEqual([remoteOrigins, warnings.map(({ code }) => code)], [[], ["picture-missing"]], source);
  }
  assert.deepEqual((await rendered("[말](https://a.kr/b.png) `![](https://a.kr/b.png)`")).remoteOrigins, []);
});

test("an .mdx file shows them too, and tells the reader the same", async () => {
  for (const [source, html, remoteOrigins] of cases) {
    const body = await readMdxBody(source, plain);
    assert.deepEqual([body.remoteOrigins, body.warnings], [remoteOrigins, []], source);
    assert.equal((await renderedMdx(source)).trim(), html, source);
  }
});

test("pictures that an .mdx file shows by tags are told, as far as their address stands there", async () => {
  const source =
    '<img src="https://a.kr/b.png" loading="eager" />\n\n<Photo src="//b.kr/c.png" />\n\n<video src="https://c.kr/d" />\n\n글 <img src={made} />\n';
  assert.deepEqual((await readMdxBody(source, plain)).remoteOrigins, ["https://a.kr", "https://b.kr"]);
  const renderer = await mdxProcessor(() => plain, plain).createMdxRenderer({ gfm: true }, { optimize: false });
  const { code } = await renderer.process(source, "/posts/글.mdx", {});
  assert.equal(code.split('"no-referrer"').length, 2, code);
  assert.match(code, /loading: "eager"/u);
});

test("pictures count for the reading time wherever they stand", async () => {
  assert.equal((await rendered("![](https://a.kr/1) ![](https://a.kr/2)")).pictureCount, 2);
});

test("a zoomed picture of another site keeps its own size, and its author is told", async () => {
  const { html, warnings } = await rendered('<img src="https://a.kr/b.png" style="zoom:50%">');
  assert.equal(html.trim(), `<img src="https://a.kr/b.png" alt="" ${asked}>`);
  assert.deepEqual(
    warnings.map(({ code, values }) => [code, values["written"]]),
    [["html-removed", "zoom:50%"]],
  );
});
