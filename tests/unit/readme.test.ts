import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withTables } from "../../commands/readme.ts";

const readme = readFileSync("README.md", "utf8");

test("README's tables are those that the schemas make; node commands/readme.ts writes them anew", () => {
  assert.equal(withTables(readme), readme);
});

test("a table that fell behind is made anew, and a README without a place for one is refused", () => {
  const behind = readme.replace("| `title` |", "| `name` |");
  assert.notEqual(behind, readme);
  assert.equal(withTables(behind), readme);
  assert.throws(() => withTables("# 서고\n"), /settings/u);
});

test("README names the commands that start and test the project, and its guides", () => {
  for (const words of ["npm start", "npm test"]) assert.ok(readme.includes(words), words);
  const guides = ["writing", "publishing", "search-engines", "architecture"].map((name) => `docs/${name}.md`);
  for (const guide of guides) assert.ok(readme.includes(`](${guide})`), guide);
});
