import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedFiles } from "#tools/prove/promised.ts";
import type { Redirect } from "#tools/prove/built-site.ts";
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
  // Right below what is counted it would pass for one of that count.
  const settingFiles = [["card", "/없음.png"]] as const;
  const failed = prove({ folder, strict: true, language: "ko" }, { ...expected, settingFiles });
  assert.match(failed.report, /없음\.png[^\n]*\n\n[^\n]*論/u);
});
