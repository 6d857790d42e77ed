import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../site/sites.ts";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const env = { ...process.env, LC_ALL: "", LANG: "ko_KR.UTF-8" };

for (const [name, script] of Object.entries(scripts)) {
  const [, file] = /^node commands\/run\.mjs (?:--[\w-]+=\d+ )*(commands\/\S+)$/u.exec(script) ?? [];
  if (file === undefined) continue;
  test(`npm run ${name} ends at an option that it does not know, without a stack`, () => {
    const words = ["commands/run.mjs", file, "--no-such-option"];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, env, encoding: "utf8" });
    assert.equal(status, 1, stdout);
    assert.match(stderr, /쓰지 않는 말이나 옵션입니다: --no-such-option|npm run/u);
    assert.doesNotMatch(stderr, /^\s+at |Node\.js v/mu);
  });
}
