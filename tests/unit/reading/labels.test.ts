import assert from "node:assert/strict";
import { test } from "node:test";
import { brief, post, readPosts } from "./temporary-site.ts";

const labels: readonly (readonly [lines: string, tags: readonly string[]])[] = [
  ["tags: [가, 나]", ["가", "나"]],
  ["tags:\n  - 가\n  - 나", ["가", "나"]],
  ["tags:\n- 가\n- 나", ["가", "나"]],
  ["tags: 가", ["가"]],
  ["tags: 가, 나 , ,다", ["가", "나", "다"]],
  ["tags: 빅데이터로 보는 세상", ["빅데이터로 보는 세상"]],
  ["tags:", []],
  ["tags: null", []],
  ["tags: []", []],
  ['tags: [""]', []],
  ["tags: [null]", []],
  ["tags: [2020, 3.14, 007, true]", ["2020", "3.14", "007", "true"]],
  ["tags: 2020", ["2020"]],
  ["tags: [가, 가, ' 가 ']", ["가"]],
  ["tags: ['  앞뒤  ', '빅  데이터']", ["앞뒤", "빅 데이터"]],
  ["tag: 가", ["가"]],
  ["Tags: [가]", ["가"]],
  ["TAGS: [가]", ["가"]],
  ["tag: 가\ntags: []", ["가"]],
  ["tags: ['C', 'C++', 'C#']", ["C", "C++", "C#"]],
  [
    "tags: ['A/B', 'CI/CD', '.net', '란?', \"let's encrypt\", '🎉']",
    ["A/B", "CI/CD", ".net", "란?", "let's encrypt", "🎉"],
  ],
];

for (const [lines, tags] of labels) {
  test(`labels: ${lines.replaceAll("\n", "⏎")}`, async (context) => {
    const reading = await readPosts(context, { "글.md": post(lines) });
    assert.deepEqual(brief(reading), []);
    assert.deepEqual(reading.entries[0]?.tags, tags);
  });
}

test("a text of words is a list only where Jekyll names the file", async (context) => {
  const { entries } = await readPosts(context, {
    "2020-06-01-글.md": post("tags: java spring boot\ncategories: 자바 스프링"),
    "글.md": post("tags: 기계 학습"),
  });
  assert.deepEqual(
    entries.map(({ tags, categories }) => [tags, categories]),
    [
      [
        ["java", "spring", "boot"],
        ["자바", "스프링"],
      ],
      [["기계 학습"], []],
    ],
  );
});

test("spellings join under the most frequent, drafts have no say", async (context) => {
  const reading = await readPosts(context, {
    "1.md": post("tags: [React Native]"),
    "2.md": post("tags: [react-native]"),
    "3.md": post("tags: [react-native]"),
    "4.md": post("tags: [REACT NATIVE]\ndraft: true"),
    "5.md": post("tags: [REACT NATIVE]\ndraft: true"),
    "6.md": post("tags: [REACT NATIVE]\ndraft: true"),
  });
  assert.deepEqual(
    reading.entries.slice(0, 3).map(({ tags }) => tags),
    [["react-native"], ["react-native"], ["react-native"]],
  );
  const notes = reading.notes.map(({ code, values }) => `${code} ${String(values["spelling"] ?? values["count"])}`);
  assert.deepEqual(notes, ["drafts-held 3", "tag-joined React Native"]);
});

test("an address that another spelling would have had is known", async (context) => {
  const reading = await readPosts(context, {
    "1.md": post("tags: [빅 데이터]"),
    "2.md": post("tags: [빅데이터]"),
    "3.md": post("tags: [빅데이터]"),
  });
  assert.deepEqual(reading.entries[0]?.termRedirects, [{ from: "/tags/빅-데이터/", to: "/tags/빅데이터/" }]);
  assert.equal(reading.entries[1]?.termRedirects, undefined);
});
