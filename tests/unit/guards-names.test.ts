import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { expectedFiles } from "#tools/prove/promised.ts";
import type { Redirect } from "#tools/prove/built-site.ts";
import { leaks } from "#tools/prove/leaks.ts";
import { names } from "#tools/prove/names.ts";
import { duplicates } from "#tools/prove/duplicates.ts";
import { prove } from "#tools/prove/prove.ts";
import { phonePicture } from "#tools/prove/element-facts.ts";
import { heaviest, weight, weightTable } from "#tools/prove/weight.ts";
import { temporaryFolder, write } from "./temporary.ts";
import { entryAt, type Handmade, siteOf } from "./guards-site.ts";

interface Words {
  title?: string;
  description?: string;
  head?: string;
}
const page = (body: string, { title = "가", description = "설명", head = "" }: Words = {}) =>
  `<!doctype html><html lang="ko"><head><title>${title}</title><meta name="description" content="${description}">${head}</head><body><h1>가</h1>${body}</body></html>`;
const codes = (files: Record<string, string>, over: Handmade = {}) =>
  names(siteOf(files, over)).map(({ severity, code }) => `${severity} ${code}`);

test("a page in order has nothing to say", () => {
  assert.deepEqual(codes({ "index.html": page("<h2 id=a>나</h2><h3>다</h3><h2>라</h2><img src=a.png alt=''>") }), []);
});

test("what a page lacks or doubles is found", () => {
  const table: [string, string][] = [
    [page("").replace(' lang="ko"', ""), "error no-lang"],
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

test("a published translation of a draft is no leak of it, and hides none", () => {
  const hidden = entryAt("/posts/비밀/", { draft: true, title: "아직 쓰는 중인 글" });
  const entries = [hidden, entryAt("/en/posts/비밀/")];
  const [own, other] = ["/posts/비밀/", "/en/posts/비밀/"].map(encodeURI);
  assert.deepEqual(leaks(siteOf({ "rss.xml": `${other} /en/posts/비밀/index.md` }, { entries })), []);
  assert.equal(leaks(siteOf({ "rss.xml": `${other} ${own}` }, { entries })).length, 1);
});

test("heavy pages and styles are weighed", () => {
  const random = Array.from({ length: 1000 }, (_, index) => hash("sha256", String(index), "base64")).join("");
  const site = siteOf({ "a/index.html": page(random), "b/index.html": page(""), "x.css": "a{}" });
  assert.deepEqual(
    heaviest(site).map(({ page: at }) => at),
    ["/a/", "/b/"],
  );
  assert.deepEqual(
    weight(site, heaviest(site)).map(({ code, page: at }) => `${code} ${at}`),
    ["page-heavy /a/"],
  );
});

test("what is said of a heavy page fits its kind, and what nobody can mend is no warning", () => {
  const random = Array.from({ length: 4000 }, (_, index) => hash("sha256", String(index), "base64")).join("");
  const files = Object.fromEntries(["posts/글", "tags/가", "find", "mine"].map((at) => [`${at}/index.html`, random]));
  const promised = ["/posts/글/", "/tags/가/", "/find/"];
  const site = siteOf(files, { sources: { "/posts/글/": "" }, promised, paged: ["/tags/가/"] });
  assert.deepEqual(
    weight(site, heaviest(site)).map(({ severity, code, page: at, file = "" }) => `${severity} ${code} ${at} ${file}`),
    [
      "info index-heavy /find/ ",
      "warning page-heavy /mine/ ",
      "warning page-heavy /posts/글/ src/content/posts/글.md",
      "warning list-heavy /tags/가/ ",
    ],
  );
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

test("a first view weighs what a phone downloads at once, and its heaviest file is named", () => {
  const set = "/a-320.webp 320w, /a-960.webp 960w, /a.webp 1296w";
  const images = `<img src="/a.webp" srcset="${set}" sizes="(min-width: 720px) 640px, 88vw" alt=""><img src="/later.webp" loading="lazy" alt="">`;
  const site = siteOf({
    "a/index.html": page(images, { head: '<link rel="stylesheet" href="/x.css">' }),
    "b/index.html": page("가".repeat(4000)),
    "x.css": '@font-face{src:url("/whole.woff2")}@font-face{src:url("/part.woff2");unicode-range:U+AC00}',
    ...Object.fromEntries(["a-320", "a-960", "a", "later"].map((name) => [`${name}.webp`, "x".repeat(40_960)])),
    "whole.woff2": "x".repeat(10_240),
    "part.woff2": "x".repeat(10_240),
  });
  const [first = ""] = weightTable(heaviest(site)).split("\n");
  assert.match(first, /^ +50\.\d KB = +0\.\d \+ +0\.1 \+ +10\.0 \+ +40\.0 {2}\/a\/ {2}\(\/a\.webp 40\.0 KB\)$/u);
});

test("the owner's styles are weighed apart from ours", () => {
  const rules = Array.from({ length: 1000 }, (_, index) => `.${hash("sha256", String(index))}{}`).join("");
  const codesOf = (css: string) => weight(siteOf({ "x.css": css }), []).map(({ file, page: at }) => file ?? at);
  assert.deepEqual(codesOf(`@layer base{a{}}@layer owner{${rules}}`), ["src/styles/owner.css"]);
  assert.deepEqual(codesOf(`@layer base{${rules}}@layer owner{a{}}`), ["/x.css"]);
});

test("a phone takes the size that its screen needs", () => {
  const set = "a 320w, b 640w, c 960w, d 1296w";
  const table: [set: string, sizes: string, taken: string][] = [
    [set, "(min-width: 720px) 640px, 88vw", "d"],
    [set, "100vw", "d"],
    [set, "min(100px, 88vw)", "a"],
    [set, "(max-width: 400px) 200px, 100vw", "b"],
    [set, "(min-width: 720px) 640px, 80vw", "c"],
    ["a 1x, b 2x", "", "b"],
    ["", "", "src"],
  ];
  for (const [from, sizes, taken] of table) assert.equal(phonePicture("src", from, sizes), taken, `${from} ${sizes}`);
});
