import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { roundsFrom, seedFrom } from "./rounds.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const seed = String(seedFrom());
const times = String(roundsFrom(50));
const files = globSync("tests/{unit,site}/**/*.test.ts", { cwd: root }).filter((file) =>
  readFileSync(join(root, file), "utf8").includes("assertHolds("),
);

for (const file of files) {
  test(`${file} ${times} times as often, from seed ${seed}`, () => {
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, SEOGO_SEED: seed, SEOGO_TIMES: times };
    const { status, stdout } = spawnSync(process.execPath, [file], { cwd: root, env, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
}
