import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { htmlToMarkdown } from "#tools/import/body/html-to-markdown.ts";
import { type Imported, imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const article = (title: string, body: string) =>
  `<html><head><title>${title}</title></head><body><h2 class="title-article">${title}</h2><p class="category">개발/자바</p>
<p class="date">2020-12-04 11:12:13</p><div class="contents_style">${body}</div><div class="tags">#스프링 부트</div></body></html>`;

/** A figure of a backup, and the Markdown that gives its caption. */
const figures: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  "one picture": [
    '<figure class="imageblock" data-filename="a.png"><span><img src="./img/a.png" alt=""></span><figcaption>그림 "설명"</figcaption></figure>',
    '![](./img/a.png "그림 \\"설명\\"")',
  ],
  "a picture that leads on": [
    '<figure><a href="https://a.kr"><img src="a.png" alt="가"></a><figcaption>설명</figcaption></figure>',
    '[![가](a.png "설명")](https://a.kr)',
  ],
  "several pictures": [
    '<figure class="imagegridblock"><span><img src="a.png" alt=""></span><span><img src="b.png" alt=""></span><figcaption>둘</figcaption></figure>',
    "<figure>\n\n![](a.png)![](b.png)\n\n<figcaption>\n\n둘\n\n</figcaption>\n</figure>",
  ],
  "a caption with a link": [
    '<figure><img src="a.png" alt=""><figcaption>출처 <a href="https://a.kr">여기</a></figcaption></figure>',
    "<figure>\n\n![](a.png)\n\n<figcaption>\n\n출처 [여기](https://a.kr)\n\n</figcaption>\n</figure>",
  ],
  "a film": [
    '<figure data-ke-type="video"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe><figcaption>봄</figcaption></figure>',
    '<figure>\n\n<iframe src="https://www.youtube.com/embed/abcdefghijk" title=""></iframe>\n\n<figcaption>\n\n봄\n\n</figcaption>\n</figure>',
  ],
  "in a cell of a table": [
    '<table><tr><td><figure><img src="a.png" alt=""><figcaption>설명</figcaption></figure></td><td>나</td></tr></table>',
    "|     |     |\n| --- | --- |\n| ![](a.png)<br>설명 | 나   |",
  ],
  "in an item of a list": [
    '<ul><li><figure><img src="a.png" alt=""><figcaption>설명</figcaption></figure></li></ul>',
    "-   ![](a.png)\n    설명",
  ],
  "no caption": ['<figure><img src="a.png" alt="가" title="a.png"><figcaption></figcaption></figure>', "![가](a.png)"],
  "a caption and another title": [
    '<figure><img src="a.png" alt="" title="도구"><figcaption>설명</figcaption></figure>',
    '![](a.png "설명 — 도구")',
  ],
};

for (const [name, [html, markdown]] of Object.entries(figures))
  test(`captions: ${name}`, () => assert.equal(htmlToMarkdown(`<p>앞</p>${html}`), `앞\n\n${markdown}`));

async function blog(context: TestContext, body: string, address?: string): Promise<Imported> {
  const { root, remove } = sourceOf({
    "12/12-봄날.html": article("봄날의 기록", body),
    "13/13-국수.html": article("국수 (삶는 법)", "<p>국수</p>"),
  });
  context.after(remove);
  const ours = await imported(root, { kind: "tistory", ...(address === undefined ? {} : { address }) });
  context.after(ours.remove);
  return ours;
}

const links = [
  "https://my.tistory.com/13",
  "http://my.tistory.com/m/13",
  "/13",
  "https://my.tistory.com/entry/%EA%B5%AD%EC%88%98-%EC%82%B6%EB%8A%94-%EB%B2%95",
  "https://my.tistory.com/entry/국수-삶는-법#첫째",
  "https://my.tistory.com/tag/스프링%20부트",
  "https://my.tistory.com/category/개발/자바",
  "https://my.tistory.com/",
  "https://other.tistory.com/13",
];
const body = links.map((link, index) => `<p><a href="${link}">링크 ${String(index)}</a></p>`).join("\n");

test("with the old address, links to the own blog lead to the new posts and lists", async (context) => {
  const ours = await blog(context, body, "https://my.tistory.com");
  const page = ours.report.pages.find(({ source }) => source.startsWith("12/"));
  const written = readFileSync(path.join(ours.root, page?.target ?? ""), "utf8");
  const post = "/posts/국수-삶는-법/";
  assert.deepEqual(
    [...written.matchAll(/\]\(<?([^>\s]+?)>?\)/gu)].map(([, address]) => address),
    [
      post,
      post,
      post,
      post,
      `${post}#첫째`,
      "/tags/스프링-부트/",
      "/categories/자바/",
      "/",
      "https://other.tistory.com/13",
    ],
  );
  assert.doesNotMatch(written, /^id:/mu);
  assert.equal(ours.report.site.baseUrl, undefined);
  assert.deepEqual(page?.warnings, []);
});

test("without it, links to posts of Tistory stay and are named", async (context) => {
  const ours = await blog(context, body);
  const page = ours.report.pages.find(({ source }) => source.startsWith("12/"));
  const named = page?.warnings.filter(({ code }) => code === "tistory-link").map(({ values }) => values["address"]);
  assert.deepEqual(named, [links[0], links[1], links[3], links[4], links[8]]);
});

test("old lists lead to ours", async (context) => {
  const ours = await blog(context, "<p>글</p>");
  const redirects = ours.redirects();
  assert.deepEqual(Object.fromEntries(redirects), {
    "/category/": "/categories/",
    "/category/개발/": "/categories/",
    "/category/개발/자바/": "/categories/자바/",
    "/tag/": "/tags/",
    "/tag/스프링 부트/": "/tags/스프링-부트/",
  });
});

test("what a script drew is named, with the line of the backup", async (context) => {
  const ours = await blog(context, '<p>하나</p>\n<p>둘</p>\n<script src="https://ad.kr/x.js"></script>\n<p>셋</p>');
  const warnings = ours.report.pages.find(({ source }) => source.startsWith("12/"))?.warnings ?? [];
  assert.deepEqual(
    warnings.map(({ code, line }) => [code, line]),
    [["script-dropped", 4]],
  );
});

test("comments of a backup, some of which may be secret, are counted and stay behind", async (context) => {
  const comments =
    '<div class="area-reply"><ul><li class="item-reply"><b>손님</b> 2020.12.05 10:00<p>잘 읽었습니다</p></li><li>2020.12.06 <p>비밀 이야기</p></li></ul></div>';
  const { root, remove } = sourceOf({
    "12/12-봄날.html": article(
      "봄날",
      '<pre><code><span class="hljs-comment">// 댓글 아님</span></code></pre>',
    ).replace("</body>", `\n${comments}</body>`),
    "13/13-국수.html": article("국수", "<p>국수</p>").replace("</body>", '<div id="comment"> </div></body>'),
  });
  context.after(remove);
  const ours = await imported(root, { kind: "tistory" });
  context.after(ours.remove);
  const found = ours.report.pages.map(({ warnings }) => warnings.map(({ code, line, values }) => [code, line, values]));
  assert.deepEqual(found, [[["comments-left", 1, { count: 2 }]], []]);
  assert.ok(ours.entries.every((entry) => entry.replies === undefined && !ours.body(entry).html.includes("비밀")));
});

/** HTML whose words or marks our Markdown would read otherwise, and the Markdown that says the same. */
const meanings: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  "tags, entities and marks that are words": [
    "<p>&lt;div&gt; &amp;lt; ~~물결~~ ==표시== %%글%% 9~10 a &lt; b AT&amp;T</p>",
    "\\<div> \\&lt; \\~\\~물결\\~\\~ \\==표시\\== \\%%글\\%% 9~10 a < b AT&T",
  ],
  "numbers with a bracket": ["<p>1) 가<br>12) 나</p><p>:::글</p>", "1\\) 가  \n12\\) 나\n\n\\:::글"],
  "bold over blank lines": ["<p><b>가<br><br>나<br></b>다</p>", "**가**  \n  \n**나**  \n다"],
  "bold around blocks": [
    "<b><p>가</p><hr><h2>나</h2><iframe src='https://a.kr'></iframe><ins class='ad'></ins></b>",
    '**가**\n\n* * *\n\n## 나\n\n<iframe src="https://a.kr" title=""></iframe>',
  ],
  "a link around blocks": [
    '<a href="./f/가 나.pdf" title="제"><div><h3>자료</h3></div><div>1MB</div></a><a href="#x"></a>',
    '[자료 1MB](<./f/가 나.pdf> "제")',
  ],
  "a fold of Tistory's": [
    '<div data-ke-type="moreLess" data-text-more="답 보기" data-text-less="닫기"><a class="btn-toggle-moreless">더보기</a>\n<div class="moreless-content"><p>안</p></div></div>',
    "<details>\n<summary>답 보기</summary>\n\n안\n\n</details>",
  ],
  "an old fold of Tistory's": [
    '<div class="moreLess"><a class="btn-toggle-moreless">더보기</a><div class="moreless-content"><p>안</p></div></div>',
    "<details>\n<summary>더보기</summary>\n\n안\n\n</details>",
  ],
  "formulas of MathJax": [
    "<p>$a_i * b_i$와 $latex y^2$, \\(z_1\\), 값 $5_000과 $my_var</p><p>$$\\int_a^b x_1 dx$$</p><p>\\[ [c] \\]</p>",
    "$a_i * b_i$와 $y^2$, \\\\(z_1\\\\), 값 $5\\_000과 $my\\_var\n\n$$\\int_a^b x_1 dx$$\n\n\\\\[ [c] \\\\]",
  ],
  "formulas that are drawn": [
    '<p>값 <span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></span><span class="katex-html">x1</span></span></p><div><math display="block"><semantics><mi>y</mi><annotation encoding="application/x-tex">y_2</annotation></semantics></math></div>',
    "값 $x_1$\n\n$$y_2$$",
  ],
  "a picture whose words Tistory keeps around it": [
    '<figure data-ke-type="image"><span data-alt="꽃"><img src="a.png"></span></figure>',
    "![꽃](a.png)",
  ],
  "words around a picture that are its caption": [
    '<figure data-ke-type="image"><span data-alt="꽃"><img src="a.png"></span><figcaption>꽃</figcaption></figure>',
    '![](a.png "꽃")',
  ],
};

for (const [name, [html, markdown]] of Object.entries(meanings))
  test(`HTML: ${name}`, () =>
    assert.equal(
      htmlToMarkdown(html)
        .replace(/[ \t]*$/gmu, (end) => (end === "  " ? end : ""))
        .trim(),
      markdown,
    ));
