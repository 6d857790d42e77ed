import assert from "node:assert/strict";
import { test } from "node:test";
import { baselineCounts, counts, regressions } from "../../bench/check.ts";

test("짓는 일의 양이 기준(bench/baseline.json)보다 5분의 1 넘게 늘지 않는다", async () => {
  const now = await counts();
  assert.deepEqual(regressions(now, baselineCounts()), []);
  assert.ok(now.edit.pages < now.cold.pages / 10, `${String(now.edit.pages)} / ${String(now.cold.pages)}`);
});
