import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { phonePicture } from "#tools/prove/element-facts.ts";
import { heaviest, weight, weightTable } from "#tools/prove/weight.ts";
import { page, siteOf } from "./guards-site.ts";

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
    ["a 1x,b 2x", "", "b"],
    ["a", "", "a"],
    // To look for a blank after each of its letters would take minutes.
    [`data:image/png;base64,${"A".repeat(500_000)}, b 2x`, "", "b"],
    ["", "", "src"],
  ];
  for (const [from, sizes, taken] of table) assert.equal(phonePicture("src", from, sizes), taken, `${from} ${sizes}`);
});
