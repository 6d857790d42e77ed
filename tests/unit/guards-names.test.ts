import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedFiles } from "#tools/prove/promised.ts";
import type { Redirect } from "#tools/prove/built-site.ts";
import { leaks } from "#tools/prove/leaks.ts";
import { ownLeaks } from "#tools/prove/own-leaks.ts";
import { names } from "#tools/prove/names.ts";
import { duplicates } from "#tools/prove/duplicates.ts";
import { prove } from "#tools/prove/prove.ts";
import { temporaryFolder, write } from "./temporary.ts";
import { entryAt, type Handmade, page, siteOf } from "./guards-site.ts";

const codes = (files: Record<string, string>, over: Handmade = {}) =>
  names(siteOf(files, over)).map(({ severity, code }) => `${severity} ${code}`);

test("a page in order has nothing to say", () => {
  assert.deepEqual(codes({ "index.html": page("<h2 id=a>나</h2><h3>다</h3><h2>라</h2><img src=a.png alt=''>") }), []);
});

test("what a page lacks or doubles is found", () => {
  const table: [string, string][] = [
    [page("").replace(' lang="ko"', ""), "error no-lang"],
    [page("").replace('<meta charset="utf-8">', ""), "error no-charset"],
    [page("", { title: " " }), "error no-title"],
    [page("", { description: "" }), "error no-description"],
    [page("<p id=''>"), "error empty-id"],
    [page("<p id=a><p id=a><p id=a>"), "error double-id"],
    [page("<h1>나</h1>"), "error top-headings"],
    [page("<h3>나</h3>"), "error heading-skips"],
    [page("<img src='/a.png'>"), "error no-alt"],
  ];
  for (const [html, code] of table) assert.deepEqual(codes({ "index.html": html }), [code]);
});

test("our pages never share a name; posts that do are warned; what engines do not list may", () => {
  const same = { "a/index.html": page(""), "b/index.html": page("") };
  assert.deepEqual(codes(same), ["error same-title", "error same-description"]);
  assert.deepEqual(codes(same, { sources: { "/a/": "title: 가", "/b/": "title: 가" } }), [
    "warning same-title",
    "warning same-description",
  ]);
  const noindex = page("", { head: '<meta name="robots" content="noindex">' });
  assert.deepEqual(codes({ "a/index.html": page(""), "b/index.html": noindex }), []);
  const plain = page("", { description: "", head: '<meta name="robots" content="noindex">' });
  assert.deepEqual(codes({ "a/index.html": plain }), []);
  assert.deepEqual(codes({ "a/index.html": page("", { description: "" }) }), ["error no-description"]);
});

test("a page that the content promises and nothing made is found; a page more is welcome", () => {
  const site = siteOf(
    { "a/index.html": page(""), "old/index.html": page(""), "404.html": page(""), "m/index.html": page("") },
    { promised: ["/a/", "/b/"], redirects: [{ from: "/m/", to: "/a/" }] },
  );
  assert.deepEqual(
    expectedFiles(site).map(({ code, page: at }) => `${code} ${at}`),
    ["page-missing /b/"],
  );
});

test("a page of ours that does not end in </html> is named; the owner's own files may end as they like", () => {
  const cut = { "a/index.html": page("").replace(/<\/html>\s*$/u, ""), "own.html": "<p>글" };
  const site = siteOf({ ...cut, "b/index.html": `${page("")}\n` }, { publicFiles: ["own.html"] });
  assert.deepEqual(
    expectedFiles(site).map(({ code, page: at }) => `${code} ${at}`),
    ["page-cut /a/"],
  );
});

test("two files on one address are found, also by letter case and Unicode form", () => {
  const pairs: [string, string][] = [
    ["tags/A/index.html", "tags/a/index.html"],
    ["가.html", "가/index.html"],
    ["가/index.html".normalize("NFD"), "가/index.html"],
  ];
  for (const [a, b] of pairs)
    assert.deepEqual(
      duplicates(siteOf({ [a]: "", [b]: "" })).map(({ code, severity }) => `${severity} ${code}`),
      ["error duplicate-address"],
    );
  assert.deepEqual(duplicates(siteOf({ "a/index.html": "", "a/b/index.html": "", "index.html": "", "a.png": "" })), []);
  assert.equal(duplicates(siteOf({ "index.html": "" }, { promised: ["/"], publicFiles: ["index.html"] })).length, 1);
});

test("old addresses that differ by case from another post's are told with both posts; from its own post's they may", () => {
  const entries = [
    entryAt("/posts/a/", { aliases: ["/Alpha/", "/Posts/A/"] }),
    entryAt("/posts/b/", { aliases: ["/alpha/", "/Posts/a/"] }),
  ];
  const told = (redirects: readonly Redirect[]) =>
    duplicates(siteOf({}, { entries, redirects })).map(({ values }) => values["addresses"]);
  const [a, b] = ["src/content/posts/a.md", "src/content/posts/b.md"];
  assert.deepEqual(told([{ from: "/Posts/A/", to: "/posts/a/" }]), []);
  assert.deepEqual(
    told([
      { from: "/Alpha/", to: "/posts/a/" },
      { from: "/alpha/", to: "/posts/b/" },
    ]),
    [`/Alpha/ (${a}), /alpha/ (${b})`],
  );
  assert.deepEqual(told([{ from: "/Posts/a/", to: "/posts/b/" }]), [`/posts/a/ (${a}), /Posts/a/ (${b})`]);
});

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

test("a file that a setting names and that is missing fails by the setting's name", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "index.html": page(""), "me.jpg": "그림" });
  const { address, now, redirects, ledger, publicFiles, read, source } = siteOf({});
  const expected = { address, now, redirects, ledger, publicFiles, read, source, entries: [] };
  const settingFiles = [
    ["card", "/없음.png"],
    ["picture", "/me.jpg"],
  ] as const;
  const { errors, report } = prove({ folder, strict: false, language: "ko" }, { ...expected, settingFiles });
  assert.equal(errors, 1);
  assert.match(report, /src\/site\.config\.ts.*card.*\/없음\.png/su);
});

test("what only informs is said, counts as no warning and fails no strict proof", (context) => {
  const folder = temporaryFolder(context);
  const [entry, wordy] = [entryAt("/a/", { title: "論" }), page("", { title: "論" })];
  write(folder, { "a/index.html": wordy });
  const { address, now, redirects, ledger, publicFiles, read, source } = siteOf({});
  const expected = { address, now, redirects, ledger, publicFiles, read, source, entries: [entry], drawnCards: true };
  const proof = prove({ folder, strict: true, language: "ko" }, expected);
  assert.deepEqual([proof.errors, proof.warnings, proof.failed], [0, 0, false]);
  assert.match(proof.report, /論/u);
});
