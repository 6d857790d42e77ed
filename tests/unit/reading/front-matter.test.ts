import assert from "node:assert/strict";
import { test } from "node:test";
import { splitFrontMatter } from "#reading/front-matter.ts";
import { brief, post, readPosts } from "./temporary-site.ts";

const cuts: readonly (readonly [text: string, format: string, body: string, bodyLine: number])[] = [
  ["---\na: 1\n---\n본문", "yaml", "본문", 4],
  ["---\n---\n본문", "yaml", "본문", 3],
  ["\n\n---\na: 1\n---\n\n본문\n", "yaml", "\n본문\n", 6],
  ["--- \na: 1\n---  \n본문", "yaml", "본문", 4],
  ["+++\na = 1\n+++\n본문", "toml", "본문", 4],
  ['{\n"a": "}"\n}\n본문', "json", "본문", 4],
  ['{"a": {"b": 1}}\n본문', "json", "본문", 2],
  ["본문만 있다", "none", "본문만 있다", 1],
  ["----\n본문", "none", "----\n본문", 1],
  ["{{< figure >}}", "none", "{{< figure >}}", 1],
  ["---\na: 1\n---", "yaml", "", 3],
];

for (const [text, format, body, bodyLine] of cuts) {
  test(`cuts ${JSON.stringify(text)}`, () => {
    const parts = splitFrontMatter(text);
    assert.deepEqual([parts.format, parts.body, parts.bodyLine, parts.unclosed], [format, body, bodyLine, false]);
  });
}

const formats = {
  yaml: '---\ntitle: "제목"\ndate: 2020-06-01T10:00:00+09:00\ntags: [가, "나"]\ndraft: false\nweight: 3\nparams:\n  a: {b: c}\n---\n본문',
  toml: '+++\ntitle = "제목"\ndate = 2020-06-01T10:00:00+09:00\ntags = ["가", "나"]\ndraft = false\nweight = 3\n[params]\na = {b = "c"}\n+++\n본문',
  json: '{"title": "제목", "date": "2020-06-01T10:00:00+09:00", "tags": ["가", "나"], "draft": false, "weight": 3, "params": {"a": {"b": "c"}}}\n본문',
};

for (const [format, source] of Object.entries(formats)) {
  test(`${format} gives the same entry`, async (context) => {
    const { entries, problems } = await readPosts(context, { "글.md": source });
    assert.deepEqual(problems, []);
    const [entry] = entries;
    assert.equal(entry?.title, "제목");
    assert.equal(entry.date?.iso, "2020-06-01T10:00:00+09:00");
    assert.deepEqual(entry.tags, ["가", "나"]);
    assert.equal(entry.weight, 3);
    assert.deepEqual(JSON.parse(JSON.stringify(entry.extra)), { params: { a: { b: "c" } } });
  });
}

test("TOML's local dates and times are read in the site's zone", async (context) => {
  const { entries } = await readPosts(context, {
    "가.md": '+++\ntitle = "a"\ndate = 2020-06-01\n+++\n',
    "나.md": '+++\ntitle = "a"\ndate = 2020-06-01T10:00:00\n+++\n',
  });
  assert.deepEqual(
    entries.map(({ date }) => date?.iso),
    ["2020-06-01T00:00:00+09:00", "2020-06-01T10:00:00+09:00"],
  );
});

const wrong: readonly (readonly [name: string, source: string, problems: readonly string[], corrected?: string])[] = [
  ["an unclosed fence", "---\ntitle: 제목\n\n본문", ["error front-matter-open 1:1"]],
  ["unreadable TOML", '+++\ntitle = "제목"\ndate = 어제\n+++\n', ["error toml-unreadable 3:8"]],
  ["unreadable JSON", '{\n"title": "제목",\n"date" "2020"\n}\n', ["error json-unreadable 3:1"]],
  ["JSON with a bare word", '{\n"date": "2020-06-01",\n"title": 제목\n}\n', ["error json-unreadable 3:1"]],
  ["JSON with a comma too many", '{\n"title": "제목",\n"tags": ["가", "나",]\n}\n', ["error json-unreadable 3:1"]],
  ["a key that reaches for prototypes", post("__proto__: {a: 1}"), ["error key-forbidden 1:1"]],
  ["an inner one", post("params:\n  __proto__: 1"), ["error key-forbidden 1:1"]],
  ["drfat", post("drfat: true"), ["error key-typo 4:1"], "draft: true"],
  ["tilte", "---\ntilte: 제목\ndate: 2020-06-01\n---\n", ["error key-typo 2:1"], "title: 제목"],
  ["discription", post("discription: 설명"), ["error key-typo 4:1"], "description: 설명"],
  ["catagories", post("catagories: [가]"), ["error key-typo 4:1"], "categories: [가]"],
  ["tgas", post("tgas: [가]"), ["error key-typo 4:1"], "tags: [가]"],
  ["dtae", "---\ntitle: 제목\ndtae: 2020-06-01\n---\n", ["error key-typo 3:1"], "date: 2020-06-01"],
  ["alaises", post("alaises: [/a/]"), ["error key-typo 4:1"], "aliases: [/a/]"],
  ["a draft that is neither yes nor no", post("draft: 아마"), ["error not-yes-or-no 4:8"]],
  ["a draft by language", post("draft: { en: true }"), ["error not-yes-or-no 4:8"]],
  ["a draft in a list", post("draft: [true]"), []],
  ["a title that is a list", "---\ntitle: [a, b]\ndate: 2020-06-01\n---\n", ["error not-text 2:8"]],
  ["a title that is a map", "---\ntitle: {a: b}\ndate: 2020-06-01\n---\n", ["error not-text 2:8"]],
  ["tags that are a map", post("tags: {a: b}"), ["error not-a-list 4:7"]],
  [
    "too many tags",
    post(`tags: [${Array.from({ length: 101 }, (_, n) => `t${n}`).join(", ")}]`),
    ["error too-many-labels 4:7"],
  ],
  ["a weight in words", post("weight: 무겁다"), ["error not-a-number 4:9"]],
  ["a choice that is none", post("quotes: english"), ["error not-a-choice 4:9"]],
  ["a language by its name", post("lang: 한국어"), ["error not-a-language 4:7"]],
  ["a language that is none", post("lang: jp"), ["error not-a-language 4:7"]],
  ["a country for its language", post("lang: KR"), ["error not-a-language 4:7"]],
  ["two languages", post("lang: ko, en"), ["error not-a-language 4:7"]],
  ["an impossible day", "---\ntitle: 제목\ndate: 2026-02-30\n---\n", ["error date-impossible 3:7"]],
  ["an impossible month", "---\ntitle: 제목\ndate: 2026-13-01\n---\n", ["error month-impossible 3:7"]],
  ["a date in words", "---\ntitle: 제목\ndate: 어제\n---\n", ["error date-unreadable 3:7"]],
  ["an impossible lastmod", post("lastmod: 2026-02-30"), ["error date-impossible 4:10"]],
  ["an impossible time", "---\ntitle: 제목\ndate: 2021-03-04 21:04:76\n---\n", ["warning time-impossible 3:7"]],
  ["no date", "---\ntitle: 제목\n---\n", ["warning date-missing 1:1"]],
  ["no date in a draft, which is not published", "---\ntitle: 제목\ndraft: true\n---\n", []],
  ["an empty date", "---\ntitle: 제목\ndate:\n---\n", ["warning date-missing 1:1"]],
  ["no title", "---\ndate: 2020-06-01\n---\n\n## 첫 제목\n", ["warning title-missing 1:1"]],
];

for (const [name, source, problems, corrected] of wrong) {
  test(`says what is wrong: ${name}`, async (context) => {
    const reading = await readPosts(context, { "글.md": source });
    assert.deepEqual(brief(reading), problems);
    if (corrected !== undefined) assert.equal(reading.problems[0]?.corrected, corrected);
    assert.equal(reading.entries.length, problems[0]?.startsWith("error") ? 0 : 1);
  });
}

const theirs =
  "toc comments keywords layout data menu hidden sidebar linktitle subtitle featured_image authorLink Params build cascade outputs headless markup sitemap resources translationKey pager mermaid header teaser classes read_time share related types dates page name tagline".split(
    " ",
  );

test("keys of themes are kept and never a typo", async (context) => {
  const { entries, problems } = await readPosts(
    context,
    Object.fromEntries(theirs.map((key, n) => [`글${n}.md`, post(`${key}: 값`)])),
  );
  assert.deepEqual(
    problems
      .filter(({ severity }) => severity === "error")
      .map(({ field }) => field)
      .filter((field) => !["toc"].includes(field)),
    [],
  );
  assert.ok(entries.length >= theirs.length - 1);
});

test("comments are harmless, the seed's shape passes", async (context) => {
  const source = post(
    '# post thumb\nimage: "images/featured-post/x.png"\n\n# meta description\ndescription: "this is meta description"\n\n# taxonomies\ncategories: \n  - "지식 쌓기"\ntags:\n  - "초개인화"\n  - "빅데이터로 보는 세상"\n\n# post type\ntype: "post"',
  );
  const { entries, problems } = await readPosts(context, { "초개인화-테크핀.md": source });
  assert.deepEqual(
    problems.map(({ code, line, column }) => [code, line, column]),
    [["cover-missing", 5, 8]],
  );
  assert.deepEqual(entries[0]?.categories, ["지식 쌓기"]);
  assert.equal(entries[0].description, undefined);
  assert.equal(entries[0].path, "/posts/초개인화-테크핀/");
});

test("all mistakes of one file come at once", async (context) => {
  const { problems } = await readPosts(context, {
    "글.md": "---\ntilte: 제목\ndate: 2026-02-30\ndraft: 아마\nweight: 무겁다\n---\n",
  });
  const found = problems.map(({ code, line }) => `${code} ${String(line)}`);
  assert.deepEqual(found, ["key-typo 2", "date-impossible 3", "not-yes-or-no 4", "not-a-number 5"]);
});

test("a cascade of Hugo's that hides the posts of its folder is an error", async (context) => {
  const cascades: readonly (readonly [text: string, found: string | undefined])[] = [
    ["\ufeff---\r\ntitle: 구역\r\ncascade:\r\n  draft: true\r\n---\r\n", "_index.md:3 draft"],
    ["---\ncascade:\n- build:\n    list: never\n  target:\n    path: '**'\n---\n", "_index.md:2 build.list"],
    ['+++\n[[cascade]]\n[cascade._build]\nrender = "never"\n+++\n', "_index.md:2 _build.render"],
    ["---\ntitle: 구역\ndraft: true\ncascade:\n  draft: false\n  type: docs\n---\n", undefined],
    ["---\n깨진: [\n---\n", undefined],
  ];
  for (const [text, found] of cascades) {
    const { problems } = await readPosts(context, { "구역/_index.md": text, "구역/글.md": post() });
    const told = problems.map(({ file, line, values }) => `${file.slice(-9)}:${line} ${values["hiding"]}`);
    assert.deepEqual(told, found === undefined ? [] : [found], text);
  }
});
