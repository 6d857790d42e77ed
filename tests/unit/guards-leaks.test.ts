import assert from "node:assert/strict";
import { test } from "node:test";
import { leaks } from "#tools/prove/leaks.ts";
import { ownLeaks } from "#tools/prove/own-leaks.ts";
import { entryAt, page, siteOf } from "./guards-site.ts";

test("a draft or a post of the future shows nowhere", () => {
  const hidden = entryAt("/posts/비밀/", { draft: true, title: "아직 쓰는 중인 글", aliases: ["/옛날/"] });
  const seen = entryAt("/posts/가/");
  const found = (files: Record<string, string>, source = "") =>
    leaks(siteOf(files, { entries: [hidden, seen], source: () => source })).map(({ page: at }) => at);
  assert.deepEqual(found({ "index.html": page("<a href='/posts/가/'>") }), []);
  assert.deepEqual(found({ "posts/비밀/index.html": page("") }), ["/posts/비밀/"]);
  // A short title is a word that others use too.
  const short = siteOf({ "llms.txt": "- 가을 산책" }, { entries: [entryAt("/x/", { draft: true, title: "가을" })] });
  assert.deepEqual(leaks(short), []);
  const many = Array.from({ length: 60 }, (_, index) => entryAt(`/초안-${index}(+)/`, { draft: true }));
  const shown = siteOf({ "llms.txt": "- /초안-59(+)/", "rss.xml": "- /초안-59+/" }, { entries: many });
  assert.deepEqual(
    leaks(shown).map(({ page: at, file }) => [at, file]),
    [["/llms.txt", "src/content/posts/초안-59(+).md"]],
  );
  assert.deepEqual(found({ "index.html": page("<a href='/posts/%EB%B9%84%EB%B0%80/'>") }), ["/"]);
  assert.deepEqual(found({ "rss.xml": `<rss>${encodeURI("/posts/비밀/")}</rss>` }), ["/rss.xml"]);
  assert.deepEqual(found({ "llms.txt": "- 아직 쓰는 중인 글" }), ["/llms.txt"]);
  assert.deepEqual(found({ "rss.xml": encodeURI("/posts/비밀/") }, "[글](비밀.md)"), []);
  assert.deepEqual(found({ "rss.xml": "다음에는 ‘아직 쓰는 중인 글’을" }, "다음에는 ‘아직 쓰는 중인 글’을"), []);
  assert.deepEqual(found({ "posts/가/index.html": page("<a href='/posts/비밀/'>") }), ["/posts/가/"]);
  for (const link of ["[글](비밀.md)", "[[아직 쓰는 중인 글]]", "![[아직 쓰는 중인 글#절]]", "[글](/옛날/)"]) {
    const files = { "posts/가/index.html": page("<a href='/posts/비밀/'>"), "rss.xml": encodeURI("/posts/비밀/") };
    assert.deepEqual(found(files, link), [], link);
  }
});

test("what code of an owner's own shows of a draft's words is told: a page, an endpoint, a part, MDX", () => {
  const words = "아무에게도 **아직** 보이지 않을 [긴 문장](https://a.kr/b)으로, 스물네 글자가 훌쩍 넘는다.";
  const html =
    "<p>아무에게도 <strong>아직</strong> 보이지 않을 <a href='https://a.kr/b'>긴 문장</a>으로, 스물네 글자가 훌쩍 넘는다.</p>";
  const hidden = entryAt("/posts/비밀/", { draft: true, title: "아직 쓰는 중인 글" });
  const [first, mdx] = [entryAt("/posts/가/"), entryAt("/posts/나/", { format: "mdx" })];
  const others = [first, entryAt("/posts/다/"), mdx];
  const told = (files: Record<string, string>, seen = "") => {
    const sources = {
      [hidden.path]: `---\ntitle: 글\n---\n\n\`\`\`sh\nnpm install 아주 긴 이름의 꾸러미 하나와 또 하나\n\`\`\`\n\n${words}\n`,
      [first.path]: seen,
    };
    const routeAt = (path: string) => (path === "/목록.json" ? "목록.json.ts" : undefined);
    const site = siteOf(files, {
      entries: [hidden, ...others],
      sources,
      routeAt,
      promised: ["/", ...others.map(({ path }) => path)],
    });
    return ownLeaks(site).map(({ page: at, file }) => [at, file]);
  };
  const at = (file: string) => [[file, hidden.file]];
  assert.deepEqual(told({ "now/index.html": page(html) }), at("/now/"));
  assert.deepEqual(told({ "now/index.html": page("<li>\n <a href='/'>아직 쓰는 중인 글</a></li>") }), at("/now/"));
  assert.deepEqual(told({ "목록.json": JSON.stringify({ words }) }), at("/목록.json"));
  assert.deepEqual(told({ "index.html": page(html) }), at("/"));
  assert.deepEqual(told({ "posts/가/index.html": page(html) }), at("/posts/가/"));
  assert.deepEqual(told({ "posts/나/index.html": page(html) }), at("/posts/나/"));
  const menu = page("<a href='/posts/가/'>아직 쓰는 중인 글</a>");
  assert.deepEqual(told({ "now/index.html": menu, "index.html": menu }), []);
  // What a published post says too, what only mentions a title, and code that many write are no leaks.
  assert.deepEqual(told({ "now/index.html": page(html) }, `앞 ${words}`), []);
  assert.deepEqual(told({ "now/index.html": page("<p>다음은 아직 쓰는 중인 글 차례다.</p>") }), []);
  assert.deepEqual(told({ "now/index.html": page("<pre>npm install 아주 긴 이름의 꾸러미 하나와 또 하나</pre>") }), []);
});

test("a page of one's own in Markdown that says it is hidden is told with its line", () => {
  const text = (lines: string) => `---\ntitle: 메모\n${lines}\n---\n\n글\n`;
  const told = (lines: string, name = "memo.md") => {
    const routeAt = (path: string) => (path === "/memo/" ? name : undefined);
    const source = (file: string) => (file === `src/pages/${name}` ? text(lines) : undefined);
    const site = siteOf({ "memo/index.html": page("") }, { entries: [], routeAt, source });
    return ownLeaks(site).map(({ code, file, line, page: at, values }) => [code, file, line, at, values["field"]]);
  };
  const hidden = (line: number, field: string, name = "memo.md") => [
    ["own-page-hidden", `src/pages/${name}`, line, "/memo/", field],
  ];
  assert.deepEqual(told("draft: true"), hidden(3, "draft"));
  assert.deepEqual(told("description: 설명\n공개: 아니오", "memo.mdx"), hidden(4, "공개", "memo.mdx"));
  assert.deepEqual(told("draft: false"), []);
  assert.deepEqual(told("draft: true", "memo.astro"), []);
});

test("a published translation of a draft is no leak of it, and hides none", () => {
  const hidden = entryAt("/posts/비밀/", { draft: true, title: "아직 쓰는 중인 글" });
  const entries = [hidden, entryAt("/en/posts/비밀/")];
  const [own, other] = ["/posts/비밀/", "/en/posts/비밀/"].map(encodeURI);
  assert.deepEqual(leaks(siteOf({ "rss.xml": `${other} /en/posts/비밀/index.md` }, { entries })), []);
  assert.equal(leaks(siteOf({ "rss.xml": `${other} ${own}` }, { entries })).length, 1);
});
