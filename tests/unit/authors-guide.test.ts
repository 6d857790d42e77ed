import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { codeInfo } from "#markdown/code.ts";
import { frontMatterSchema } from "#reading/schema.ts";

const guide = readFileSync("docs/writing.md", "utf8");

test("the writing guide names every key that the front matter schema knows", () => {
  const missing = Object.keys(frontMatterSchema.shape).filter((key) => !guide.includes(`\`${key}\``));
  assert.deepEqual(
    missing.filter((key) => key !== "type"),
    [],
  );
  assert.ok(guide.includes("`type: featured`"));
});

test("each info string that the guide shows is understood", () => {
  const fences = [...guide.matchAll(/^```(\w+) (\S.*)$/gmu)].map(([, language = "", meta = ""]) =>
    codeInfo(language, meta),
  );
  assert.equal(fences.length, 2);
  const [first, second] = fences;
  assert.equal(first?.title, "인사.ts");
  assert.deepEqual([...(first?.marked ?? [])], [2, 4, 5]);
  assert.equal(first?.numbered, true);
  assert.deepEqual([[...(second?.inserted ?? [])], [...(second?.deleted ?? [])]], [[3], [2]]);
});
