import assert from "node:assert/strict";
import { test } from "node:test";
import { partsToTest } from "../../setup/parts.ts";

const all = ["unit", "site", "browser", "servers", "standards"];

test("npm test takes parts, files and options of the runner; files of unit tests need no site", () => {
  const table = [
    [[], all, []],
    [["site", "servers"], ["site", "servers"], []],
    [["long"], ["long"], []],
    [["unit", "tests/unit/urlize.test.ts"], ["unit"], ["tests/unit/urlize.test.ts"]],
    [["unit", "tests/site/map.test.ts"], ["site"], ["tests/site/map.test.ts"]],
  ] as const;
  for (const [given, parts, files] of table) {
    const asked = partsToTest([...given]);
    assert.deepEqual([asked.parts, asked.files], [parts, files], given.join(" "));
  }
  assert.deepEqual(partsToTest(["unit", "--watch"]).words, ["--test-reporter=spec", "--watch"]);
  assert.throws(() => partsToTest(["nonesuch"]), /nonesuch.*unit, site/su);
});
