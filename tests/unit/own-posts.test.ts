import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";

const own = globSync("examples/{posts,pages}/**/*.{md,mdx}")
  .sort()
  .map((file) => {
    const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(readFileSync(file, "utf8")) ?? [];
    return { file, head: parse(head) as Record<string, unknown>, body };
  });
const shown = own.filter(({ head }) => head["draft"] !== true && !String(head["date"]).startsWith("2099"));
const all = (key: string) => new Set(shown.flatMap(({ head }) => head[key] ?? []) as string[]);

test("there are enough posts, categories and tags to show every page kind", () => {
  assert.ok(shown.filter(({ file }) => file.includes("/posts/")).length >= 30);
  assert.deepEqual([...all("categories")].sort(), [
    "Days",
    "Making of",
    "만드는 이야기",
    "읽고 쓰기",
    "지식 쌓기",
    "하루의 기록",
  ]);
  assert.ok(all("tags").size >= 12);
});

test("each has its own title and a description of 60 to 120 characters, in English 100 to 170", () => {
  for (const key of ["title", "description"]) {
    const values = own.map(({ head }) => head[key]);
    assert.equal(new Set(values).size, own.length, key);
  }
  for (const { file, head } of own) {
    const { length } = String(head["description"]);
    const [least, most] = file.endsWith(".en.md") ? [100, 170] : [60, 120];
    assert.ok(length >= least && length <= most, `${file}: ${length}`);
  }
});

test("each says its licence, since the settings that an owner begins with grant none", () => {
  for (const { file, head } of own) assert.equal(head["license"], "CC BY-SA 4.0", file);
});

test("a long essay and a very short note stand among them", () => {
  const lengths = shown.map(({ body }) => body.trim().length);
  assert.ok(Math.max(...lengths) >= 6000);
  assert.ok(Math.min(...lengths) <= 200);
});

test("the draft and the post of 2099 hold the words that the leak test looks for, in every part", () => {
  for (const [word, hidden] of [
    ["초안-유출-표지-7f3a", own.find(({ head }) => head["draft"] === true)],
    ["예약-유출-표지-9c1d", own.find(({ head }) => String(head["date"]).startsWith("2099"))],
  ] as const) {
    for (const key of ["title", "description", "tags"]) assert.ok(String(hidden?.head[key]).includes(word), key);
    assert.ok(hidden?.body.includes(word));
  }
});

test("every picture has words for those who cannot see it", () => {
  for (const { file, head, body } of own) {
    if (head["image"] !== undefined) assert.ok(head["imageAlt"], file);
    assert.doesNotMatch(body.replace(/```[\s\S]*?```/gu, ""), /!\[\s*\]\(/u, file);
  }
});
