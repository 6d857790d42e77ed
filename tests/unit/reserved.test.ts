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

test("what Seogo answers is reserved, however it is written; what it does not is free", () => {
  const reserved = [
    "/",
    "/404/",
    "/POSTS/",
    "/posts/page/12/",
    "/page/2",
    "/tags/가/나/",
    "/archive/",
    "/subscribe/",
    "/pictures/a.1b2c.png",
    "/rss.xml/",
    "/rss/3.xml",
    "/index/",
    "/sitemap-0.xml/",
  ];
  assert.deepEqual(
    reserved.filter((path) => !isReserved(path)),
    [],
  );
  const free = ["/page/", "/posts/page/", "/page/about/", "/posts/글/", "/_astro/", "/robotsxtxt", "/tagsy/"];
  assert.deepEqual(free.filter(isReserved), []);
});

test("routes of an owner's own: names, parts, rests, and files that Astro passes over", () => {
  const find = routeFinder(["지금.astro", "talks/[year]/[...rest].astro", "data.json.ts", "[slug].astro", "_draft.md"]);
  assert.equal(find("/지금/".normalize("NFD")), "지금.astro");
  assert.equal(find("/talks/2026/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/talks/2026/a/b/"), "talks/[year]/[...rest].astro");
  assert.equal(find("/data.json"), "data.json.ts");
  for (const path of ["/talks/", "/dataXjson", "/_draft/", "/아무개/"]) assert.equal(find(path), undefined, path);
});
