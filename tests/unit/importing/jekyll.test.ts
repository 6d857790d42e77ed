import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { factsOfHtml, firstLost, type HtmlNode, wordsOf } from "./html-facts.ts";
import { type Imported, imported } from "./imported.ts";
import { unpacked } from "./unpacked.ts";

interface Expected {
  readonly path: string;
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly day?: string;
  readonly draft?: boolean;
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  /** Words that must follow in order. */
  readonly words: string;
  readonly code?: readonly string[];
  readonly pictures?: number;
  readonly links?: readonly string[];
}

const chirpy: Readonly<Record<string, Expected>> = {
  "_posts/2020-06-01-First-Post.md": {
    path: "/posts/First-Post/",
    title: "첫 글",
    day: "2020-06-01",
    categories: ["개발", "자바"],
    tags: ["c++", "Spring Boot"],
    words: "그림 설명 알아 두세요 둘째 글 주소 안녕 글 속 user name 와 if x 제목 문단입니다 인라인 수식",
    code: ['String s = "{{ x }}";', 'puts "안녕 <T>"', "{{ page.title }}"],
    pictures: 2,
    links: ["/blog/posts/둘째-글/", "/blog/posts/First-Post/"],
  },
  "_posts/2020-07-02-둘째-글.md": {
    path: "/posts/둘째-글/",
    title: "둘째 글 [번역]",
    day: "2020-07-02",
    categories: ["지식 쌓기"],
    tags: ["가", "나", "다"],
    words: "포함한 그림 제목 값 조건 글 첫 글은 여기 와 저기 입니다 둘째 글 번역 안쪽 굵게 머리 둘 머리 없는 표 칸",
    code: ["코드"],
    pictures: 1,
    links: [
      "https://www.youtube.com/watch?v=abcdefghijk",
      "/blog/posts/First-Post/",
      "https://gist.github.com/user/abcdef",
      "/blog/assets/a.pdf",
    ],
  },
  "_posts/자바/2021-01-02-깊은 폴더 (1).md": {
    path: "/posts/깊은-폴더-(1)/",
    title: "제목 줄",
    day: "2021-01-02",
    draft: true,
    words: "본문",
  },
  "blog/_posts/2021-03-04-above.markdown": {
    path: "/old/above/",
    aliases: ["/old/above.html", "/older/above/", "/older/above2/"],
    title: "위 폴더",
    day: "2021-03-04",
    categories: ["blog"],
    words: "글",
  },
  "_drafts/초고.md": { path: "/posts/초고/", title: "초고 글", draft: true, words: "글" },
};

const plain: Readonly<Record<string, Expected>> = {
  "_posts/2019-01-02-hello-World.md": {
    path: "/일상/글/2019/01/02/hello-World/",
    aliases: ["/일상/글/2019/01/02/hello-World.html"],
    title: "안녕: 세상",
    day: "2019-01-02",
    categories: ["일상", "글"],
    tags: ["하나"],
    words: "줄 하나 줄 둘",
  },
  "_posts/2019-01-03-한글-제목.md": {
    path: "/2019/01/03/한글-제목/",
    aliases: ["/2019/01/03/한글-제목.html"],
    title: "한글 제목",
    day: "2019-01-03",
    tags: ["홑"],
    words: "글 앞",
    links: ["/일상/글/2019/01/02/hello-World/"],
  },
  "_posts/2019-02-03-code.md": {
    path: "/2019/02/03/code/",
    title: "중괄호: {{ 값 }}",
    day: "2019-02-03",
    words: "inline 과 tag",
    code: ["들여 쓴 코드 {: .x}"],
  },
};

for (const [fixture, table] of [
  ["jekyll-chirpy.txt", chirpy],
  ["jekyll-plain.txt", plain],
] as const) {
  test(`${fixture}: every post as Jekyll had it`, async () => {
    const { root, remove } = unpacked(fixture);
    const ours = await imported(root);
    try {
      for (const [source, expected] of Object.entries(table)) check(source, expected, ours);
      assert.deepEqual(
        ours.problems.filter(({ severity }) => severity === "error"),
        [],
      );
    } finally {
      ours.remove();
      remove();
    }
  });
}

function check(source: string, expected: Expected, ours: Imported): void {
  const entry = ours.entryOf(source);
  assert.ok(entry, source);
  const facts = factsOfHtml(parseFragment(ours.body(entry).html) as unknown as HtmlNode);
  assert.equal(entry.path, expected.path);
  for (const alias of expected.aliases ?? []) assert.ok(entry.aliases.includes(alias), `${source}: ${alias}`);
  assert.equal(entry.title, expected.title);
  assert.equal(entry.date?.day, expected.day);
  assert.equal(entry.draft, expected.draft ?? false);
  for (const label of expected.categories ?? []) assert.ok(entry.categories.includes(label), `${source}: ${label}`);
  for (const label of expected.tags ?? []) assert.ok(entry.tags.includes(label), `${source}: ${label}`);
  assert.equal(firstLost(wordsOf(expected.words), facts.words), undefined, source);
  for (const code of expected.code ?? []) assert.ok(facts.code.includes(code), `${source}: ${code}`);
  assert.equal(ours.body(entry).pictures.length, expected.pictures ?? 0, source);
  for (const link of expected.links ?? [])
    assert.ok(facts.links.includes(link), `${source}: ${link} not in ${facts.links.join(" ")}`);
  assert.doesNotMatch(facts.prose, /\{%|\{:|\*\*|\{\{</u);
}

test("a post written near midnight keeps the address of the day on which its site was built", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "seogo-jekyll-"));
  const dates = {
    night: "2020-06-02 01:00:00 +0900",
    london: "2020-06-01 20:00:00 +0000",
    noon: "2020-06-03 12:00:00 +0900",
  };
  mkdirSync(path.join(folder, "_posts"));
  writeFileSync(path.join(folder, "_config.yml"), "timezone: Asia/Seoul\npermalink: /:year/:month/:day/:title/\n");
  for (const [name, date] of Object.entries(dates))
    writeFileSync(
      path.join(folder, `_posts/2020-06-01-${name}.md`),
      `---\ntitle: 글\ndate: ${date}\n---\n\n글입니다.\n`,
    );
  const ours = await imported(folder);
  const found = ours.report.pages.map(({ path: address, aliases }) => [address, ...aliases]);
  assert.deepEqual(found.sort(), [
    ["/2020/06/01/london/", "/2020/06/02/london/"],
    ["/2020/06/02/night/", "/2020/06/01/night/"],
    ["/2020/06/03/noon/"],
  ]);
  ours.remove();
  rmSync(folder, { recursive: true });
});

test("addresses by week and weekday", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "seogo-jekyll-"));
  mkdirSync(path.join(folder, "_posts"));
  writeFileSync(path.join(folder, "_config.yml"), "permalink: weekdate\n");
  for (const day of ["2021-01-03", "2020-12-31", "2020-06-01"])
    writeFileSync(path.join(folder, `_posts/${day}-a.md`), "---\ntitle: 글\n---\n글입니다.\n");
  const ours = await imported(folder);
  assert.deepEqual(ours.report.pages.map(({ path: address }) => address).sort(), [
    "/2020/W23/Mon/a/",
    "/2020/W53/Thu/a/",
    "/2021/W53/Sun/a/",
  ]);
  ours.remove();
  rmSync(folder, { recursive: true });
});

test("the folder around all collections is no category of a post and no part of its address", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "seogo-jekyll-"));
  mkdirSync(path.join(folder, "모음/일상/_posts"), { recursive: true });
  writeFileSync(path.join(folder, "_config.yml"), "collections_dir: 모음\npermalink: /:categories/:title/\n");
  writeFileSync(path.join(folder, "모음/일상/_posts/2020-06-01-a.md"), "---\ntitle: 글\n---\n글입니다.\n");
  const ours = await imported(folder);
  const entry = ours.entryOf("모음/일상/_posts/2020-06-01-a.md");
  assert.deepEqual([entry?.path, entry?.categories], ["/일상/a/", ["일상"]]);
  ours.remove();
  rmSync(folder, { recursive: true });
});
