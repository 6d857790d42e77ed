import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brief, post, readPosts } from "./temporary-site.ts";

const golden = JSON.parse(readFileSync(new URL("../../fixtures/model/hugo-urls.json", import.meta.url), "utf8")) as {
  files: { name: string; path: string }[];
};

test("every file of the golden list lives where Hugo put it", async (context) => {
  const files = Object.fromEntries(golden.files.map(({ name }) => [name, post()]));
  const reading = await readPosts(context, files, { postPattern: "/post/:slug/" });
  assert.deepEqual(brief(reading), []);
  const paths = new Map(reading.entries.map(({ file, path }) => [file.slice(18), path]));
  assert.deepEqual(
    golden.files.map(({ name }) => paths.get(name)),
    golden.files.map(({ path }) => path),
  );
});

const addresses: readonly (readonly [name: string, lines: string, path: string])[] = [
  ["a/b.md", "", "/posts/a/b/"],
  ["x/index.md", "", "/posts/x/"],
  ["2020/06/글/index.md", "", "/posts/2020/06/글/"],
  ["글.md", "slug: 다른 이름", "/posts/다른-이름/"],
  ["a/글.md", "slug: 이름", "/posts/a/이름/"],
  ["글.md", "url: /2020/06/옛글/", "/2020/06/옛글/"],
  ["글.md", "url: /2020/06/old.html", "/2020/06/old/"],
  ["글.md", "url: /Old/Post/", "/Old/Post/"],
  ["글.ko.md", "", "/posts/글/"],
  ["x/index.ko.md", "", "/posts/x/"],
  ["x/index.en.md", "", "/en/posts/x/"],
  ["글.en.md", "", "/en/posts/글/"],
  ...["ja", "zh", "zh-hans", "zh-tw", "de", "fr", "es", "ru", "vi"].map(
    (language) => [`글.${language}.md`, "", `/${language}/posts/글/`] as const,
  ),
  ["글.KO.md", "", "/posts/글/"],
  ["글.JA.md", "", "/ja/posts/글/"],
  ["글.md", "url: /2020/old.HTM", "/2020/old/"],
  ["글.md", "url: http://old.example/2020/글/", "/2020/글/"],
  ["글.md", "url: HTTPS://old.example/2020/글/", "/2020/글/"],
  ["node.js.md", "", "/posts/node.js/"],
  ["글.md", "permalink: 2020/06/old", "/2020/06/old/"],
  ["Hello World!.md", "", "/posts/hello-world/"],
  ["!!!.md", "", "/posts/t-c9b6f58d/"],
];

for (const [name, lines, path] of addresses) {
  test(`${name} with ${lines || "nothing"} lives at ${path}`, async (context) => {
    const reading = await readPosts(context, { [name]: post(lines) });
    assert.deepEqual(brief(reading), []);
    if (name !== "!!!.md") assert.equal(reading.entries[0]?.path, path);
    else assert.match(reading.entries[0]?.path ?? "", /^\/posts\/t-[0-9a-f]{8}\/$/u);
  });
}

test("patterns with dates", async (context) => {
  const reading = await readPosts(
    context,
    { "글.md": post(), "둘.md": "---\ntitle: 둘\n---\n" },
    { postPattern: "/:year/:month/:day/:slug/" },
  );
  assert.deepEqual(reading.entries.map(({ path }) => path).sort(), ["/2020/06/01/글/", "/undated/둘/"]);
});

test("the address of the search page is the site's own only where the site answers searches", async (context) => {
  const files = { "찾기.md": post("url: /Search/") };
  assert.deepEqual((await readPosts(context, files)).problems, []);
  assert.deepEqual(brief(await readPosts(context, files, { search: "own" })), ["error address-reserved 4:6"]);
});

test("a file whose name is an address of the site's own gets one beside it; a slug that asks for it is refused", async (context) => {
  const names = ["index", "404", "rss.xml", "robots.txt", "posts", "Tags"];
  const files = Object.fromEntries(names.map((name) => [`${name}.md`, post("")]));
  const reading = await readPosts(context, { ...files, "글.md": post("slug: index") }, { postPattern: "/:slug/" });
  assert.deepEqual(brief(reading), ["error address-reserved 4:7"]);
  const paths = reading.entries.map(({ path }) => path).filter((path) => path !== "/index/");
  for (const name of names)
    assert.ok(
      paths.some((path) => path === `/${name}/` || new RegExp(`^/${name}-[0-9a-f]{8}/$`, "iu").test(path)),
      `${name}: ${paths.join(" ")}`,
    );
  assert.equal(
    paths.find((path) => /^\/(?:index|404|rss\.xml|robots\.txt|posts)\/$/u.test(path)),
    undefined,
  );
});

test("old addresses lead here, in any form they were written", async (context) => {
  const reading = await readPosts(context, {
    "글.md": post(
      'aliases: ["/2020/옛글/", "old.html", "https://old.example/a/b/index.html", "/%EA%B8%80/", /posts/글/]',
    ),
  });
  assert.deepEqual(brief(reading), []);
  assert.deepEqual(reading.entries[0]?.aliases, ["/2020/옛글/", "/posts/old.html", "/a/b/", "/글/"]);
});

test("a name that fills the disk's limit still has an address of at most 200 bytes a segment", async (context) => {
  const name = "가".repeat(84);
  const reading = await readPosts(context, { [`${name}.md`]: post(), [`${name.slice(0, -1)}나.md`]: post() });
  assert.deepEqual(brief(reading), []);
  const segments = reading.entries.map(({ path }) => path.split("/")[2] ?? "");
  assert.equal(new Set(segments).size, 2);
  assert.ok(segments.every((segment) => Buffer.byteLength(segment) <= 200 && segment.length > 40));
});

test("copies that programs lay beside a post are told, parts that an author numbers are not", async (context) => {
  const lines = (title: string) => `---\ntitle: ${title}\ndate: 2020-06-01\n---\n글\n`;
  const reading = await readPosts(context, {
    "글.md": lines("글"),
    "글.sync-conflict-20260101-120000-ABCDEFG.md": lines("고친 글"),
    "글 (conflicted copy 2026-01-01 120000).md": lines("또 고친 글"),
    "글 (철수의 충돌된 사본 2026-01-01).md": lines("철수의 글"),
    "글 (1).md": lines("글"),
    "글 - 복사본.md": lines("글"),
    "여행.md": lines("여행 첫째 날"),
    "여행 (2).md": lines("여행 둘째 날"),
    "여행 3.md": lines("여행 셋째 날"),
  });
  const copies = reading.problems.filter(({ code }) => code === "conflict-copy");
  assert.equal(copies.length, 5);
  assert.deepEqual(new Set(copies.map(({ values }) => values["original"])), new Set(["src/content/posts/글.md"]));
  assert.ok(copies.every(({ severity, file }) => severity === "warning" && /글[. ]/u.test(file)));
});
