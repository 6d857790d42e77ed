import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { readContent } from "#reading/content.ts";
import { now, post, readPosts, temporarySite } from "./temporary-site.ts";

test("two posts on one address are errors that name both", async (context) => {
  const reading = await readPosts(context, { "a.md": post(), "a/index.md": post(), "b.md": post("slug: A") });
  assert.deepEqual(
    reading.problems.map(({ file, code, field, values }) => [file.slice(18), code, field, values["other"]]),
    [
      ["a.md", "address-taken", "file-name", "src/content/posts/a/index.md"],
      ["a.md", "address-taken", "file-name", "src/content/posts/b.md"],
      ["a/index.md", "address-taken", "file-name", "src/content/posts/a.md"],
      ["b.md", "address-taken", "slug", "src/content/posts/a.md"],
    ],
  );
});

test("names that a disk without case would join clash too", async (context) => {
  const reading = await readPosts(context, {
    "x/Straße.md": post(),
    "x/STRASSE.md": post(),
    "대문자Title.md": post(),
    "대문자TITLE.md": post(),
  });
  assert.deepEqual(
    reading.problems.map(({ file, code }) => `${file.slice(18)} ${code}`),
    ["대문자TITLE.md address-taken", "대문자Title.md address-taken"],
  );
});

test("a post may not live where the site itself does", async (context) => {
  const taken = [
    "/",
    "/posts/",
    "/tags/",
    "/tags/가/",
    "/archive/2020/",
    "/categories/page/2/",
    "/page/2/",
    "/posts/page/3/",
    "/404.html",
    "/subscribe",
    "/pictures/a.png",
    "/RSS.xml",
  ];
  const reading = await readPosts(
    context,
    Object.fromEntries(taken.map((url, n) => [`글${n}.md`, post(`url: ${url}`)])),
  );
  assert.deepEqual(
    reading.problems.map(({ code }) => code).sort(),
    // What is written with an ending would lead on from there, too.
    [...taken.map(() => "address-reserved"), "alias-reserved"],
  );
});

test("an old address that another post has is an error", async (context) => {
  const reading = await readPosts(context, {
    "가.md": post("aliases: [/posts/나/, /old/]"),
    "나.md": post("aliases: /old/"),
  });
  assert.deepEqual(
    reading.problems.map(({ file, code, values }) => [file.slice(18), code, values["address"]]),
    [
      ["가.md", "alias-taken", "/posts/나/"],
      ["나.md", "alias-taken", "/old/"],
    ],
  );
});

test("a file in public/ may not stand where a post does", async (context) => {
  const root = temporarySite(context, {
    "src/content/posts/글.md": post("aliases: [/old/, /자료.pdf, /안내/, /free/]"),
    "public/posts/글/index.html": "",
    "public/old/index.html": "",
    "public/자료.pdf": "",
    "public/안내.html": "",
    "public/posts/글.html": "",
  });
  const { problems } = readContent({ root, site: defineSite({}), now });
  const found = problems.map(({ file, code, values }) => [file, code, values["address"]]);
  assert.deepEqual(found, [
    ["src/content/posts/글.md", "address-in-public", "/posts/글/"],
    ["src/content/posts/글.md", "address-in-public", "/old/"],
    ["src/content/posts/글.md", "address-in-public", "/안내/"],
    ["src/content/posts/글.md", "address-in-public", "/자료.pdf/"],
  ]);
});

test("a post may not stand where a page of the owner's own does: both files are named", async (context) => {
  const root = temporarySite(context, {
    "src/content/posts/글.md": post("url: /now/"),
    "src/content/posts/옛글.md": post("aliases: [/talks/2020/]"),
    "src/pages/now.astro": "",
    "src/pages/talks/[year].astro": "",
  });
  const { problems } = readContent({ root, site: defineSite({}), now });
  assert.deepEqual(
    problems.map(({ file, code, field, values }) => [file, code, field, values["file"]]),
    [
      ["src/content/posts/글.md", "address-of-page", "url", "src/pages/now.astro"],
      ["src/content/posts/옛글.md", "address-of-page", "aliases", "src/pages/talks/[year].astro"],
    ],
  );
});

test("addresses that differ only by upper and lower case clash", async (context) => {
  const { problems } = await readPosts(context, { "가.md": post("url: /Old/글/"), "나.md": post("url: /old/글/") });
  const found = problems.map(({ file, code, field }) => [file.slice(18), code, field]);
  assert.deepEqual(found, [
    ["가.md", "address-taken", "url"],
    ["나.md", "address-taken", "url"],
  ]);
});
