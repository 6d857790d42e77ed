import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { addresses } from "#model/addresses.ts";
import { isReserved, routeFinder, shippedRoutes } from "#model/reserved.ts";
import { defineSite } from "#model/site.ts";
import { catalogue, post } from "./outputs/catalogue.ts";

test("every route of the list stands in the folder, beside those that an owner adds", () => {
  const files = new Set(globSync("**/*.{astro,ts}", { cwd: "src/pages" }));
  assert.deepEqual(
    shippedRoutes.filter((route) => !files.has(route)),
    [],
  );
});

test("what routes answer is reserved, however it is written; what they do not is free", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["/404/", "404.astro"],
    ["/pictures/a.1b2c.png", "pictures/[...path].ts"],
    ["/rss.xml/", "[...list]/rss.xml.ts"],
    ["/rss/3.xml", "[...list]/rss/[number].xml.ts"],
    ["/_astro/", undefined],
    ["/robotsxtxt", undefined],
  ];
  const find = routeFinder(shippedRoutes);
  for (const [path, route] of cases) {
    assert.equal(find(path), route, path);
    assert.equal(isReserved(path), route !== undefined, path);
  }
  for (const path of ["/index/", "/sitemap-0.xml/", "/_headers/", "/_redirects", "/404.html/"])
    assert.ok(isReserved(path), path);
});

test("the pages of lists are reserved, however they are written; those of posts, standing pages and authors are free", () => {
  for (const path of ["/", "/POSTS/", "/posts/page/12/", "/page/2", "/tags", "/tags/가/나/", "/archive/", "/subscribe"])
    assert.ok(isReserved(path), path);
  for (const path of ["/page/", "/posts/page/", "/page/about/", "/posts/글/", "/subscribe/now/", "/tagsx/", "//"])
    assert.ok(!isReserved(path), path);
  const free = new Set(["article", "standing", "author", "search"]);
  const listed = { categories: ["책"], tags: ["가", "나/다"], series: "연재" };
  const posts = ["a", "b", "c", "d"].map((slug) => post(slug, { ...listed, words: ["서고"] }));
  const site = defineSite({ search: "own", authors: [{ name: "서고" }], postsPerPage: 1 });
  const all = addresses(catalogue([...posts, post("uses", { kind: "page", path: "/uses/" })], site));
  assert.equal(new Set(all.map(({ kind }) => kind)).size, 18);
  for (const { kind, path } of all) assert.equal(isReserved(path), !free.has(kind), path);
});

test("routes of an owner's own: names, parts, rests, and files that Astro passes over", () => {
  const find = routeFinder(["지금.astro", "talks/[year]/[...rest].astro", "data.json.ts", "[slug].astro", "_draft.md"]);
  assert.equal(find("/지금/".normalize("NFD")), "지금.astro");
  assert.equal(find("/talks/2026/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/talks/2026/a/b/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/data.json"), "data.json.ts");
  for (const path of ["/talks/", "/dataXjson", "/_draft/", "/아무개/"]) assert.equal(find(path), undefined, path);
});
