import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { isReserved, routeFinder, shippedRoutes } from "#model/reserved.ts";

test("every route of the list stands in the folder, beside those that an owner adds", () => {
  const files = new Set(globSync("**/*.{astro,ts}", { cwd: "src/pages" }));
  assert.deepEqual(
    shippedRoutes.filter((route) => !files.has(route)),
    [],
  );
});

test("what routes answer is reserved, however it is written; what they do not is free", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["/", "index.astro"],
    ["/404/", "404.astro"],
    ["/POSTS/", "posts/index.astro"],
    ["/posts/page/12/", "posts/page/[number].astro"],
    ["/page/2", "page/[number].astro"],
    ["/tags", "tags/[...path].astro"],
    ["/tags/가/나/", "tags/[...path].astro"],
    ["/archive/", "archive/[...path].astro"],
    ["/pictures/a.1b2c.png", "pictures/[...path].ts"],
    ["/rss.xml/", "[...list]/rss.xml.ts"],
    ["/rss/3.xml", "[...list]/rss/[number].xml.ts"],
    ["/page/", undefined],
    ["/posts/page/", undefined],
    ["/page/about/", undefined],
    ["/posts/글/", undefined],
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

test("routes of an owner's own: names, parts, rests, and files that Astro passes over", () => {
  const find = routeFinder(["지금.astro", "talks/[year]/[...rest].astro", "data.json.ts", "[slug].astro", "_draft.md"]);
  assert.equal(find("/지금/".normalize("NFD")), "지금.astro");
  assert.equal(find("/talks/2026/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/talks/2026/a/b/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/data.json"), "data.json.ts");
  for (const path of ["/talks/", "/dataXjson", "/_draft/", "/아무개/"]) assert.equal(find(path), undefined, path);
});
