import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { imageSize } from "image-size";
import { build, builtFresh } from "../sites.ts";
import { digests } from "../snapshot.ts";
import { edit, folder, read } from "./site.ts";

test("a page of one's own has head, frame, styles and its line in the map", () => {
  const html = read("now/index.html");
  assert.match(html, /<title>지금 · 넓힌 집<\/title>/u);
  assert.match(html, /<link rel="canonical" href="https:\/\/user\.example\/blog\/now\/">/u);
  assert.match(html, /<h1>지금<\/h1>/u);
  assert.match(html, /<header class="top">/u);
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/blog\/([^"]+)"/gu)].map(([, file = ""]) =>
    read(file),
  );
  assert.match(sheets.join(""), /\.note\[data-astro-cid[^{]*\{color:#?\w+/u);
  const map = read("sitemap-0.xml");
  assert.ok(map.includes("<loc>https://user.example/blog/now/</loc>"), map);
  assert.ok(map.includes("<loc>https://user.example/blog/talks/2025/</loc>"), map);
  assert.ok(!map.includes(encodeURI("숨김")), map);
  for (const file of ["talks/숨김/index.html", "404.html"])
    assert.match(read(file), /<meta name="robots" content="noindex/u);
});

test("a page in Markdown or MDX that names no layout stands in the site's frame", () => {
  for (const [path, title] of [
    ["memo", "메모"],
    ["memo-mdx", "다른 메모"],
  ] as const) {
    const html = read(`${path}/index.html`);
    assert.match(html, new RegExp(`<header class="top">.*<h1>${title}</h1>.*<strong>강조\\(설명\\)</strong>을`, "su"));
    assert.match(html, /<meta name="description" content="[^"]*적어 둔 것/u);
  }
  assert.equal(read("memo-bare/index.html").match(/<header/gu), null);
});

test("a picture is resized, a component in MDX has its imports, an endpoint answers", () => {
  for (const [page, width] of [
    ["now/index.html", 40],
    ["posts/셋/index.html", 30],
  ] as const) {
    const [, file = ""] = /<img src="\/blog\/(assets\/[^"]+)"/u.exec(read(page)) ?? [];
    assert.equal(imageSize(readFileSync(join(folder, "dist", file))).width, width, page);
  }
  assert.match(read("posts/셋/index.html"), /<aside class="note"[^>]*><strong>강조.*?\(설명\)<\/strong>/u);
  assert.deepEqual(JSON.parse(read("data.json")), { answer: 42 });
});

test("a small picture that styles or a page call by its address is a file, as the policy asks", () => {
  const sheets = readdirSync(join(folder, "dist/assets")).filter((name) => name.endsWith(".css"));
  const styles = sheets.map((name) => read(`assets/${name}`)).join("");
  assert.match(styles, /rebeccapurple|#639/u);
  assert.match(styles, /url\(\/blog\/assets\/dot\.[\w-]+\.png\)/u);
  assert.match(read("now/index.html"), /<img src="\/blog\/assets\/badge\.[\w-]+\.svg"/u);
  assert.doesNotMatch(styles, /url\(["']?data:/u);
});

test("a component of another framework is HTML without its script, in a page, an MDX post and its feed", () => {
  for (const file of ["now/index.html", "posts/셋/index.html"]) assert.match(read(file), /<b>손수 만든 것<\/b>/u);
  assert.match(read("rss.xml"), /&lt;b&gt;손수 만든 것&lt;\/b&gt;/u);
});

test("what integrations add and change is published, wherever they stand, in the second build too", () => {
  const check = () => {
    const pages = JSON.parse(read("search.json")) as string[];
    assert.ok(pages.includes("now/index.html"));
    // As Astro names its pages, those that an earlier build made among them.
    const names = pages.map((page) => page.replace(/index\.html$/u, "").replace("404.html", "404/"));
    assert.deepEqual(JSON.parse(read("told.json")), names.sort());
    assert.match(read("robots.txt"), /^Disallow:$/mu);
    assert.ok(existsSync(join(folder, "dist/app.webmanifest")));
    assert.equal(read("posts/하나/index.html").match(/<p>꾸민이<\/p>/gu)?.length, 1);
  };
  check();
  const first = digests(join(folder, "dist"));
  build(folder);
  check();
  assert.deepEqual(digests(join(folder, "dist")), first);
});

test("edits of content, code and pages of one's own make what a fresh build makes", () => {
  edit("src/components/ArticleTitle.astro", "</header>", "<p>{entry.path}</p></header>");
  edit("src/pages/now.astro", "쪽지입니다", "다른 쪽지입니다");
  edit("src/content/posts/셋.mdx", "width={30}", "width={20}");
  rmSync(join(folder, "src/pages/data.json.ts"));
  build(folder);
  // With the code as it is now, pages that the last build left are used again.
  edit("src/content/posts/하나.md", "첫 글", "고친 글");
  rmSync(join(folder, "src/content/posts/둘.md"));
  build(folder);
  assert.match(read("posts/하나/index.html"), /<p>\/posts\/하나\/<\/p><\/header>/u);
  assert.deepEqual(digests(join(folder, "dist")), digests(builtFresh(folder)));
});
