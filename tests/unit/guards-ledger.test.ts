import assert from "node:assert/strict";
import { test } from "node:test";
import { ledger, ledgerPaths, ledgerText } from "#tools/prove/ledger.ts";
import { entryAt, type Handmade, siteOf } from "./guards-site.ts";

const files = { "posts/봄-꽃/index.html": "", "posts/여름/index.html": "", "tags/꽃/index.html": "" };
const entries = [entryAt("/posts/봄-꽃/", { title: "봄꽃 이야기" }), entryAt("/posts/여름/")];
const lost = (paths: string[], over: Handmade = {}) => ledger(siteOf(files, { entries, ledger: paths, ...over }));

test("an address that still answers, by a page or a move, is not lost", () => {
  assert.deepEqual(
    lost(["/posts/여름/", "/tags/꽃/", "/옛/"], { redirects: [{ from: "/옛/", to: "/posts/여름/" }] }),
    [],
  );
});

test("a renamed post is found again, with the line that fixes it", () => {
  const [finding] = lost(["/posts/봄꽃/", "/posts/여름/"]);
  assert.equal(finding?.severity, "error");
  assert.equal(finding?.code, "address-moved");
  assert.equal(finding?.file, "src/content/posts/봄-꽃.md");
  assert.equal(finding?.corrected, 'aliases: ["/posts/봄꽃/"]');
});

test("the only post that is new is the one that moved, however unlike; a known one never is", () => {
  const codes = (...paths: string[]) => lost(paths).map(({ code, file }) => `${code} ${file ?? ""}`);
  assert.deepEqual(codes("/posts/눈사람/", "/posts/여름/"), ["address-moved src/content/posts/봄-꽃.md"]);
  assert.deepEqual(codes("/posts/여름밤/", "/posts/여름/", "/posts/봄-꽃/"), ["address-lost "]);
  const moved = [entryAt("/posts/봄-꽃/", { aliases: ["/posts/봄/"] }), entryAt("/posts/여름/")];
  const redirects = [{ from: "/posts/봄/", to: "/posts/봄-꽃/" }];
  const [deleted] = lost(["/posts/봄/", "/posts/눈사람/", "/posts/여름/"], { entries: moved, redirects });
  assert.equal(deleted?.code, "address-lost");
});

test("of several new posts the one most like the lost address by address, file or title moved, none that is unlike", () => {
  const fresh = [
    entryAt("/posts/flowers/", { title: "봄꽃 이야기" }),
    entryAt("/posts/이야기-여름/"),
    entryAt("/posts/snow/", { id: "겨울-눈" }),
  ];
  const home = (path: string) => lost([path], { entries: fresh })[0]?.values["to"];
  assert.deepEqual(["/posts/봄꽃/", "/posts/여름-이야기/", "/posts/겨울눈/", "/posts/바다/"].map(home), [
    "/posts/flowers/",
    "/posts/이야기-여름/",
    "/posts/snow/",
    undefined,
  ]);
});

test("of a thousand addresses lost at once, as by another pattern, each finds the post of that very name", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `글-${index}`);
  const entries = [...names.map((name) => entryAt(`/blog/${name}/`)), entryAt("/blog/아주-다른-이름/")];
  const lost = [...names.map((name) => `/posts/${name}/`), "/posts/아주-다른-이를/"];
  const found = ledger(siteOf({}, { entries, ledger: lost }));
  assert.deepEqual(
    found.slice(0, -1).map(({ values, file }) => [values["to"], file]),
    names.map((name) => [`/blog/${name}/`, `src/content/posts/${name}.md`]),
  );
  assert.equal(found.at(-1)?.code, "address-lost");
  assert.equal(ledger(siteOf({}, { entries, ledger: lost.slice(-1) }))[0]?.values["to"], "/blog/아주-다른-이름/");
});

test("older aliases stay in the line", () => {
  const moved = [entryAt("/posts/봄-꽃/", { aliases: ["/처음/"] }), entries[1] ?? entryAt("/")];
  assert.equal(
    lost(["/posts/봄꽃/", "/posts/여름/"], { entries: moved })[0]?.corrected,
    'aliases: ["/처음/", "/posts/봄꽃/"]',
  );
});

test("a deleted post, and one made a draft are told apart", () => {
  const hidden = [...entries, entryAt("/posts/숨김/", { draft: true })];
  const all = ["/posts/봄-꽃/", "/posts/여름/"];
  const code = (path: string, over: Handmade = {}) =>
    lost([...all, path], over).map((finding) => `${finding.severity} ${finding.code}`);
  assert.deepEqual(code("/posts/겨울/"), ["error address-lost"]);
  assert.deepEqual(code("/posts/숨김/", { entries: hidden }), ["error address-hidden"]);
  assert.deepEqual(code("/tags/눈/"), ["error address-lost"]);
  assert.deepEqual(code("/tags/눈/", { redirects: [{ from: "/tags/눈/", to: "/tags/" }] }), []);
});

test("a written move that leads to no page of ours is told at its line, and none that works or need not", () => {
  const lines = [
    "# 옮긴 주소",
    "",
    "/옛/ /posts/여름/ # 봄에",
    "/posts/여름/ /없음/",
    "/가/ /나/",
    "/다/",
    "/라/ https://a.kr/",
  ];
  const redirects = [{ from: "/옛/", to: "/posts/여름/" }];
  const source = (file: string) => (file === "src/content/moves.txt" ? lines.join("\r\n") : undefined);
  assert.deepEqual(
    lost([], { redirects, source }).map(({ code, line, values }) => [code, line, values["move"]]),
    [
      ["move-lost", 5, "/가/ /나/"],
      ["move-lost", 6, "/다/"],
      ["move-lost", 7, "/라/ https://a.kr/"],
    ],
  );
});

test("a ledger's text keeps old addresses, adds new ones and reads back the same", () => {
  const text = ledgerText("# 주소록", ["/나/", "/가/", "/나/"]);
  assert.equal(text, "# 주소록\n/가/\n/나/\n");
  assert.deepEqual(ledgerPaths(`${text}\r\n  \n`), ["/가/", "/나/"]);
  assert.deepEqual(ledgerPaths("<<<<<<< HEAD\n/가/\n=======\n/나/\n>>>>>>> 64ba3c5\n"), ["/가/", "/나/"]);
});
