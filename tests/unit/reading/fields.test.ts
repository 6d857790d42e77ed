import assert from "node:assert/strict";
import { test } from "node:test";
import { brief, now, post, readPosts } from "./temporary-site.ts";

test("fields go by their Korean names too, and by their own where both stand", async (context) => {
  const own = "제목: 봄날\n날짜: 2020-06-01\n태그: [가]\n카테고리: 나\n요약: 다\n시리즈: 라";
  const reading = await readPosts(context, { "글.md": `---\n${own}\n---\n\n본문\n`, "둘.md": post("제목: 아님") });
  assert.deepEqual(brief(reading), []);
  const [one, two] = reading.entries;
  assert.deepEqual(
    [one?.title, one?.date?.iso, one?.tags, one?.categories, one?.description, one?.series],
    ["봄날", "2020-06-01T00:00:00+09:00", ["가"], ["나"], "다", "라"],
  );
  assert.notEqual(two?.title, "아님");
});

type Field =
  | "title"
  | "draft"
  | "featured"
  | "description"
  | "author"
  | "series"
  | "weight"
  | "toc"
  | "lang"
  | "feedId"
  | "type"
  | "license";
const fields: readonly (readonly [lines: string, field: Field, value: unknown])[] = [
  ["draft: true", "draft", true],
  ["draft: yes", "draft", true],
  ["draft: 'true'", "draft", true],
  ["draft: Off", "draft", false],
  ["published: false", "draft", true],
  ["published: no", "draft", true],
  ["published: true", "draft", false],
  ["draft: true\npublished: true", "draft", true],
  ["published: true\ndraft: true", "draft", true],
  ["draft: false\npublished: false", "draft", true],
  ["featured: true", "featured", true],
  ["summary: 요약한 말", "description", "요약한 말"],
  ["summary: 요약\ndescription: 설명한 말", "description", "설명한 말"],
  ["description: ''\nexcerpt: 발췌한 말", "description", "발췌한 말"],
  ["description: this is meta description", "description", undefined],
  ["author: 홍길동", "author", "홍길동"],
  ["authors: [홍길동, 임꺽정]", "author", "홍길동"],
  ["authors:\n  - name: 홍길동", "author", "홍길동"],
  ["author:\n  name: 홍길동", "author", "홍길동"],
  ["series: 연재", "series", "연재"],
  ["series: [연재]", "series", "연재"],
  ["weight: 3", "weight", 3],
  ["weight: '10'", "weight", 10],
  ["toc: false", "toc", false],
  ["lang: en", "lang", "en"],
  ["lang: ja_JP.UTF-8", "lang", "ja-JP"],
  ["lang: zh-hant", "lang", "zh-Hant"],
  ["lang: jje", "lang", "jje"],
  ["lang: ''", "lang", undefined],
  ["id: tag:blog,2020:1", "feedId", "tag:blog,2020:1"],
  ["guid: https://old.example/?p=1", "feedId", "https://old.example/?p=1"],
  ["license: CC0", "license", "CC0"],
  ["type: note", "type", "note"],
  ["layout: post", "type", "post"],
];

for (const [lines, field, value] of fields) {
  test(`field: ${lines.replaceAll("\n", "⏎")}`, async (context) => {
    const reading = await readPosts(context, { "글.md": post(lines) });
    assert.deepEqual(brief(reading), []);
    assert.deepEqual(reading.entries[0]?.[field], value);
  });
}

const titles: readonly (readonly [name: string, source: string, title: string])[] = [
  ["글.md", "---\ntitle: 007\ndate: 2020-06-01\n---\n", "007"],
  ["글.md", "---\ntitle: 2026\ndate: 2020-06-01\n---\n", "2026"],
  ["글.md", "---\ntitle: 1.10\ndate: 2020-06-01\n---\n", "1.10"],
  ["글.md", "---\ntitle: yes\ndate: 2020-06-01\n---\n", "yes"],
  ["글.md", "---\ntitle: 2020-06-01\ndate: 2020-06-01\n---\n", "2020-06-01"],
  ["글.md", "---\ntitle: '  앞뒤  '\ndate: 2020-06-01\n---\n", "앞뒤"],
  ["글.md", '---\ntitle: "첫 줄\\n  둘째"\ndate: 2020-06-01\n---\n', "첫 줄 둘째"],
  ["보이는 이름.md", '---\ntitle: "\\u200b"\ndate: 2020-06-01\n---\n', "보이는 이름"],
  ["글.md", "---\ndate: 2020-06-01\n---\n# 첫 **제목** #\n", "첫 제목"],
  ["글.md", "---\ndate: 2020-06-01\n---\n밑줄 제목\n=====\n\n본문.\n", "밑줄 제목"],
  ["글.md", "---\ndate: 2020-06-01\n---\n```sh\n# 주석\n```\n\n# [제목](https://a.kr)의 `코드`\n", "제목의 코드"],
  ["봄날의 산책.md", "---\ndate: 2020-06-01\n---\n머리글.\n\n## 첫 마당\n", "봄날의 산책"],
  ["봄날의 산책.md", "---\ndate: 2020-06-01\n---\n## 첫 마당\n\n## 둘째 마당\n", "봄날의 산책"],
  ["2024-03-06.md", "오늘의 기록.\n", "2024년 3월 6일"],
  ["2024-03-06/index.md", "- 할 일\n", "2024년 3월 6일"],
  [
    "글.md",
    "---\ntitle: '**굵은** {題目|제|목}의 `git push`와 2 ** 3'\ndate: 2020-06-01\n---\n",
    "굵은 題目(제목)의 git push와 2 ** 3",
  ],
  ["글.md", "---\ndate: 2020-06-01\n---\n# {漢字|한자}\n", "漢字(한자)"],
  ["2020-06-01-한글_이름.md", "본문만 있다", "한글 이름"],
  ["한글 이름/index.md", "본문만 있다", "한글 이름"],
];

for (const [name, source, title] of titles) {
  test(`title of ${name}: ${title}`, async (context) => {
    assert.equal((await readPosts(context, { [name]: source })).entries[0]?.title, title);
  });
}

const days: readonly (readonly [name: string, lines: string, iso: string | undefined])[] = [
  ["2020-06-01-글.md", "", "2020-06-01T00:00:00+09:00"],
  ["2020/2020-06-01-글/index.md", "", "2020-06-01T00:00:00+09:00"],
  ["2020-06-01.md", "", "2020-06-01T00:00:00+09:00"],
  ["2020-06-01-글.md", "date: 2021-01-01", "2021-01-01T00:00:00+09:00"],
  ["글.md", "pubDate: 2021-01-01", "2021-01-01T00:00:00+09:00"],
  ["글.md", "publishDate: 2020-01-02\ndate: 2021-01-01", "2021-01-01T00:00:00+09:00"],
  ["글.md", "published: 2021-01-01", "2021-01-01T00:00:00+09:00"],
  ["글.md", "date: 2021-01-01\npublishDate: 2099-01-01", "2099-01-01T00:00:00+09:00"],
  ["2020-06-99-글.md", "", undefined],
  ["글.md", "", undefined],
];

for (const [name, lines, iso] of days) {
  test(`date of ${name} with ${lines.replaceAll("\n", "⏎") || "nothing"}: ${String(iso)}`, async (context) => {
    const reading = await readPosts(context, { [name]: `---\ntitle: 글\n${lines}\n---\n` });
    assert.equal(reading.entries[0]?.date?.iso, iso, JSON.stringify(reading.problems));
  });
}

test("the future waits and the notes say until when", async (context) => {
  const reading = await readPosts(context, {
    "가.md": "---\ntitle: 내일\ndate: 2026-11-23\n---\n",
    "나.md": "---\ntitle: 오늘\ndate: 2026-11-22\n---\n",
    "다.md": "---\ntitle: 저녁\ndate: 2026-11-22T21:00:00+09:00\n---\n",
  });
  assert.equal(now, Date.parse("2026-11-22T12:00:00+09:00"));
  assert.deepEqual(
    reading.notes.map(({ values }) => [values["title"], values["when"]]),
    [
      ["내일", "2026-11-23"],
      ["저녁", "2026-11-22 21:00"],
    ],
  );
});

test("a day of change before the day of publication, or yet to come, is told and not used", async (context) => {
  const reading = await readPosts(context, {
    "가.md": "---\ntitle: 가\ndate: 2020-06-02\nupdated: 2020-06-01\n---\n",
    "나.md": "---\ntitle: 나\ndate: 2020-06-02\nupdated: 2030-01-01\n---\n",
    "다.md": "---\ntitle: 다\ndate: 2020-06-02\nupdated: 2020-06-02\n---\n",
  });
  assert.deepEqual(
    reading.problems.map(({ code, line, column }) => [code, line, column]),
    [
      ["updated-early", 4, 10],
      ["updated-future", 4, 10],
    ],
  );
  assert.deepEqual(
    reading.entries.map(({ updated }) => updated?.day),
    [undefined, undefined, "2020-06-02"],
  );
});

test("a licence that would run as a link is refused with its line; an address or a name is kept", async (context) => {
  const { problems, entries } = await readPosts(context, {
    "a.md": post("license: javascript:alert(1)"),
    "b.md": post('license: "data:text/html,x"'),
    "c.md": post("license: https://creativecommons.org/licenses/by/4.0/"),
    "d.md": post("license: 'MIT: 마음대로'"),
  });
  assert.deepEqual(
    problems.map(({ code, file, line, field }) => [code, file.split("/").at(-1), line, field]),
    [
      ["unsafe-address", "a.md", 4, "license"],
      ["unsafe-address", "b.md", 4, "license"],
    ],
  );
  assert.deepEqual(
    entries.map(({ license }) => license).filter((license) => license !== undefined),
    ["https://creativecommons.org/licenses/by/4.0/", "MIT: 마음대로"],
  );
});

test("a discussion is one address or several; what is none is an error at its line", async (context) => {
  const at = "https://social.example/@me/1";
  const reading = await readPosts(context, {
    "a.md": post(`discussion: ${at}`),
    "b.md": post(`discussions: [${at}, "https://github.com/o/r/discussions/2"]`),
    "c.md": post("discussion: 트위터"),
    "d.md": post("discussion: javascript:x()"),
    "e.md": post("discussionId: 7"),
  });
  assert.deepEqual(
    reading.entries.map(({ discussions = [] }) => discussions),
    [[at], [at, "https://github.com/o/r/discussions/2"], []],
  );
  const places = reading.problems.map(({ code, file, line }) => [code, file, line]);
  assert.deepEqual(places, [
    ["discussion-address", "src/content/posts/c.md", 4],
    ["discussion-address", "src/content/posts/d.md", 4],
  ]);
});
