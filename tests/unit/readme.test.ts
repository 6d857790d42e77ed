import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { siteSchema } from "#model/site.ts";
import { frontMatterSchema } from "#reading/schema.ts";
import { withTable } from "../../commands/readme.ts";

const readme = readFileSync("README.md", "utf8");
const settings = readFileSync("docs/settings.md", "utf8");
const english = readFileSync("docs/en/settings.md", "utf8");

test("the guides' tables are those that the schema makes; node commands/readme.ts writes them anew", () => {
  assert.equal(withTable(settings, "ko"), settings);
  assert.equal(withTable(english, "en"), english);
});

test("every setting and every field of the front matter is explained in both languages, and nothing else is", () => {
  for (const [of, { shape }] of Object.entries({ settings: siteSchema, "front-matter": frontMatterSchema })) {
    const notes: Record<string, Record<"ko" | "en", string>> = JSON.parse(readFileSync(`src/text/${of}.json`, "utf8"));
    assert.deepEqual(Object.keys(notes), Object.keys(shape));
    for (const { ko, en } of Object.values(notes)) {
      assert.match(ko ?? "", /[가-힣]/u);
      assert.match(en ?? "", /^[^가-힣]+$/u);
    }
  }
});

test("a table that fell behind is made anew, and a guide without a place for one is refused", () => {
  const behind = settings.replace("| `title` |", "| `name` |");
  assert.notEqual(behind, settings);
  assert.equal(withTable(behind, "ko"), settings);
  assert.throws(() => withTable("# 설정\n", "ko"), /settings/u);
});

test("README names the commands that start and test the project, and its guides", () => {
  for (const words of ["npm start", "npm test"]) assert.ok(readme.includes(words), words);
  const guides = ["writing", "settings", "publishing", "search-engines", "architecture"].map(
    (name) => `docs/${name}.md`,
  );
  for (const guide of guides) assert.ok(readme.includes(`](${guide})`), guide);
});
