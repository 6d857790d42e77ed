import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { factsOfHtml, type HtmlNode } from "./html-facts.ts";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { unpacked } from "./unpacked.ts";

test("a Tistory backup: titles, days, labels, both old addresses, code, table, picture", async () => {
  const { root, remove } = unpacked("tistory.txt");
  const ours = await imported(root);
  const entry = ours.entryOf("1/1-첫-글.html");
  assert.ok(entry);
  const facts = factsOfHtml(parseFragment(ours.body(entry).html) as unknown as HtmlNode);
  assert.equal(ours.report.site.kind, "tistory");
  assert.deepEqual([entry.title, entry.date?.iso], ["첫 글 제목", "2020-12-04T11:12:13+09:00"]);
  assert.deepEqual([entry.categories, entry.tags], [["자바"], ["자바", "스프링 부트"]]);
  assert.deepEqual(
    ["/1/", "/entry/첫-글-제목/"].filter((alias) => !entry.aliases.includes(alias)),
    [],
  );
  assert.deepEqual(facts.code, ["int a = 1;\nif (a < 2) {}"]);
  assert.deepEqual([facts.tables, facts.listItems, facts.images.length], [1, 2, 1]);
  assert.match(ours.body(entry).html, /첫 줄<br>\s*둘째 줄 <strong>굵게<\/strong>/u);
  assert.ok(
    facts.links.includes("https://a.kr/x") && facts.links.includes("https://www.youtube.com/watch?v=abcdefghijk"),
  );
  ours.remove();
  remove();
});

test("a velog backup: the author's day in Korea, single line breaks, pictures", async () => {
  const { root, remove } = unpacked("velog.txt");
  const ours = await imported(root);
  const entry = ours.entryOf("content/리액트 훅 정리.md");
  assert.ok(entry);
  assert.equal(entry.date?.iso, "2021-03-22T01:00:22+09:00");
  assert.match(ours.body(entry).html, /첫 줄<br>\s*둘째 줄/u);
  assert.equal(ours.body(entry).pictures.length, 1);
  assert.equal(ours.entryOf("content/no-front.md")?.title, "머리말 없음");
  ours.remove();
  remove();
});

test("an old address that is written wrong stays as it is written", async () => {
  const { root, remove } = sourceOf({
    "content/가.md":
      "---\ntitle: 가\ndate: 2023-05-14\nlink: https://velog.io/@me/%FF-%EA%B0%80\nis_private: false\n---\n글\n",
  });
  const ours = await imported(root, { kind: "velog" });
  assert.deepEqual(ours.report.pages[0]?.aliases, ["/@me/%FF-가/"]);
  ours.remove();
  remove();
});

test("with the author's address, links to the own posts lead to the new ones", async () => {
  const { root, remove } = sourceOf({
    "content/가.md":
      "---\ntitle: 가\ndate: 2023-05-14\n---\n\n[나](https://velog.io/@me/나-글) [묶음](https://velog.io/@me/series/x) [남](https://velog.io/@you/나-글)\n",
    "content/나-글.md": "---\ntitle: 나\ndate: 2023-05-14\n---\n\n글\n",
  });
  const ours = await imported(root, { kind: "velog", address: "https://velog.io/@me/" });
  const written = readFileSync(path.join(ours.root, "src/content/posts/가.md"), "utf8");
  assert.deepEqual(
    [...written.matchAll(/\]\(([^)]+)\)/gu)].map(([, address]) => address),
    ["/posts/나-글/", "https://velog.io/@me/series/x", "https://velog.io/@you/나-글"],
  );
  ours.remove();
  remove();
});

test("velog's own embeds stay as they are written: a post's page makes links of them", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "seogo-velog-"));
  const body = "!youtube[abcdefghijk]\n\n!twitter[someone/status/123]\n";
  writeFileSync(path.join(folder, "글.md"), `---\ntitle: 글\ndate: 2023-05-14\n---\n\n${body}`);
  const ours = await imported(folder, { kind: "velog" });
  assert.ok(readFileSync(path.join(ours.root, "src/content/posts/글.md"), "utf8").includes(body));
  assert.deepEqual(ours.report.pages[0]?.warnings, []);
  ours.remove();
  rmSync(folder, { recursive: true });
});

test("the description that velog has cut from a post is plain words", async (context) => {
  const { root, remove } = sourceOf({
    "content/가.md":
      '---\ntitle: 가\ndate: 2021-04-20T13:18:04.999Z\ndescription: "준비1\\\\. 파일 http&#x3A;//a.kr a\\\\_b C:\\\\dir"\n---\n글\n',
  });
  context.after(remove);
  const ours = await imported(root, { kind: "velog" });
  context.after(ours.remove);
  assert.equal(ours.entries[0]?.description, "준비1. 파일 http://a.kr a_b C:\\dir");
});

test("velog: the folders of tools that keep a copy of all posts are no part of their places", async (context) => {
  const post = "---\ntitle: 가\ndate: 2023-05-14\n---\n글\n";
  for (const folder of ["posts", "velog-posts"]) {
    const { root, remove } = sourceOf({ "README.md": "# 글\n", "sync.py": "", [`${folder}/자바/가.md`]: post });
    context.after(remove);
    const ours = await imported(root, { kind: "velog" });
    context.after(ours.remove);
    assert.equal(ours.report.pages[0]?.target, "src/content/posts/자바/가.md");
    assert.equal(ours.report.pages[0]?.path, "/posts/자바/가/");
  }
});
