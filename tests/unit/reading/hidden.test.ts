import assert from "node:assert/strict";
import { test } from "node:test";
import fieldNames from "#reading/field-names.json" with { type: "json" };
import { hiddenBy } from "#reading/hidden.ts";
import { report } from "#messages/report.ts";
import { brief, post, readPosts } from "./temporary-site.ts";

const held: readonly (readonly [key: string, values: readonly unknown[]])[] = [
  ["draft", [true, "true", "True ", "yes", "on", 1, "초안"]],
  ["Draft", [true]],
  ["isDraft", [true]],
  ["saveAsDraft", [true]],
  ["초안", [true, "예"]],
  ["private", [true, "yes", "나중에"]],
  ["is_private", [true]],
  ["secret", [true]],
  ["hidden", [true]],
  ["hide", [true]],
  ["unlisted", [true]],
  ["wip", [true, "50%"]],
  ["is_temp", [true]],
  ["headless", [true]],
  ["unpublished", [true]],
  ["비공개", [true, "예"]],
  ["초안 여부", [true]],
  ["no-publish", [true]],
  ["not_published", [true]],
  ["published", [false, "false", "False", "No", "off", 0, "비공개"]],
  ["isPublished", [false]],
  ["publish", [false]],
  ["dg-publish", [false]],
  ["public", [false, "no"]],
  ["released", [false]],
  ["listed", [false]],
  ["공개", [false, "아니오", "비공개", "X"]],
  ["enabled", [false]],
  ["is_active", [false]],
  ["archived", [true]],
  ["locked", [true]],
  ["excluded", ["yes"]],
  ["passphrase", ["열려라"]],
  [
    "status",
    [
      "draft",
      "Draft",
      "private",
      "비공개",
      "작성 중",
      "시작 전",
      "진행 중",
      "Not started",
      "🚧 In progress",
      "in-progress",
      "pending",
      "In Review",
      "scheduled",
      "🗄 Archived",
      "예약",
      "보류",
      "준비 중",
      ["draft"],
    ],
  ],
  ["state", ["draft"]],
  ["post_status", ["auto-draft", "trash"]],
  ["visibility", ["private", 0, 1, "members", "나만 보기"]],
  ["access", ["private", "members-only"]],
  ["type", ["draft"]],
  ["layout", ["draft"]],
  ["permalink", [false]],
  ["eleventyExcludeFromCollections", [true]],
  ["_build", [{ render: "never" }, { render: false }, { render: "link" }]],
  ["build", [{ render: "never", list: "never" }]],
  ["params", [{ private: true }]],
  ["extra", [{ hidden: true }]],
];
const shown: typeof held = [
  ["draft", [false, "false", null, "", "no", "아니오"]],
  ["published", [true, "true", "2020-01-01", null, ""]],
  ["status", ["published", "done", "완료", "공개", "evergreen", null]],
  ["visibility", ["public", 3, "공개"]],
  ["access", ["public"]],
  ["hide", [["toc"], ["navigation"]]],
  ["locked", [false, ["가"]]],
  ["비공개", [false]],
  ["hidden", [false, ["toc"]]],
  ["secret", [false]],
  ["password", ["", null, false]],
  ["permalink", ["/draft/", "/private/"]],
  ["type", ["post", "writing"]],
  ["publish", [true]],
  ["_build", [{ render: "always" }, { list: "never" }]],
  ["title", ["private"]],
  ["cover", [{ hidden: true }]],
  ["tags", [["draft", "private"]]],
];
const unindexed: typeof held = [
  ["noindex", [true, "yes"]],
  ["no_index", [true]],
  ["robotsNoIndex", [true]],
  ["robots", ["noindex", "noindex, nofollow", "none", { index: false }, false]],
  ["sitemap", [false, "no", { disable: true }, { exclude: "yes" }, { ignore: true }]],
  ["sitemap_exclude", [true]],
  ["searchable", [false]],
  ["_build", [{ list: "never" }, { list: "local" }]],
  ["seo", [{ noindex: true }]],
];

test("every way to hide a post is known, whatever system it is from", () => {
  for (const [key, values] of held)
    for (const value of values) {
      const found = hiddenBy({ title: "글", [key]: value }).held;
      assert.equal(found?.key.split(".")[0], key, `${key}: ${JSON.stringify(value)}`);
    }
  assert.deepEqual(hiddenBy({ password: "열려라 참깨" }).held, { key: "password", value: "…" });
});

test("what only looks like it is published, and no field takes a hiding one back", () => {
  for (const [key, values] of shown)
    for (const value of values)
      assert.equal(hiddenBy({ [key]: value }).held, undefined, `${key}: ${JSON.stringify(value)}`);
  assert.equal(hiddenBy({ published: true, draft: false, private: true }).held?.key, "private");
});

test("what keeps search engines out does not hold a post back", () => {
  for (const [key, values] of unindexed)
    for (const value of values) {
      const { held: back, unindexed: out } = hiddenBy({ [key]: value });
      assert.equal(back, undefined, key);
      assert.equal(out?.key.split(".")[0], key, `${key}: ${JSON.stringify(value)}`);
    }
  for (const fields of [{ robots: "index, follow" }, { sitemap: { priority: 0.5 } }, { noindex: false }, { index: 3 }])
    assert.equal(hiddenBy(fields).unindexed, undefined, JSON.stringify(fields));
});

test("a post held back is told with its line, a draft is counted", async (context) => {
  const reading = await readPosts(context, {
    "가.md": post("status: 비공개"),
    "나.md": post("_build:\n  render: never"),
    "다.md": post("expiryDate: 2020-07-01"),
    "라.md": post("expiryDate: 2030-07-01\nnoindex: true"),
    "마.md": post("draft: true\nnoindex: true"),
    "바.md": post("published_at: 2030-01-01"),
    "사.md": post("published: false"),
    "아.md": post("_build:\n  list: never"),
    "자.md": post("build:\n  list: local"),
  });
  assert.deepEqual(brief(reading), []);
  assert.deepEqual(report(reading.notes, "info", "en").replaceAll("src/content/posts/", "").split("\n"), [
    "Drafts held back: 1",
    "가.md:4  status — read as hidden and held back (비공개) — delete this line to publish it",
    "나.md:4  _build.render — read as hidden and held back (never) — delete this line to publish it",
    "다.md  held back because it expired on 2020-07-01 — move or delete that date to publish it again",
    "라.md:5  noindex — published, but kept out of search engines (true) — delete this line to let them list it",
    "바.md  “제목” will appear on 2030-01-01",
    "사.md:4  published — read as hidden and held back (false) — delete this line to publish it",
    "아.md:4  _build.list — read as hidden and held back (never) — delete this line to publish it",
    "자.md:4  build.list — published, but kept out of search engines (local) — delete this line to let them list it",
  ]);
  assert.deepEqual(
    reading.entries.filter(({ draft }) => draft).map(({ file }) => file.slice(-4)),
    ["가.md", "나.md", "마.md", "사.md", "아.md"],
  );
  // A page stands in no list.
  const page = await readPosts(context, { "../pages/소개.md": post("_build:\n  list: never") });
  assert.deepEqual(
    page.entries.map(({ kind, draft, noindex }) => [kind, draft, noindex]),
    [["page", false, true]],
  );
});

test("a hiding key that is misspelt stops the build; others like it are data", async (context) => {
  for (const [line, meant] of [
    ["privte: true", "private"],
    ["pubished: false", "published"],
    ["stauts: 비공개", "status"],
    ["hiden: yes", "hidden"],
    ["exipryDate: 2020-07-01", "expirydate"],
  ] as const) {
    const reading = await readPosts(context, { "글.md": post(line) });
    assert.deepEqual(brief(reading), ["error key-typo 4:1"], line);
    assert.equal(reading.problems[0]?.values["meant"], meant);
  }
  for (const line of ["statues: 청동", "publisher: 책방", "privates: false"])
    assert.deepEqual(brief(await readPosts(context, { "글.md": post(line) })), [], line);
});

test("every listed key hides its post by some value", () => {
  const values = [true, "no", "draft", "0", "never", "noindex"];
  const hides = (fields: object, how: "held" | "unindexed") => hiddenBy({ ...fields })[how] !== undefined;
  for (const how of ["held", "unindexed"] as const) {
    for (const key of fieldNames[how].flatMap(({ keys }) => keys.split(" ")))
      assert.ok(
        values.some((value) => hides({ [key]: value }, how)),
        key,
      );
    for (const key of fieldNames[`${how}InBuild`].flatMap(({ keys }) => keys.split(" ")))
      assert.ok(
        values.some((value) => hides({ build: { [key]: value } }, how)),
        key,
      );
  }
});
