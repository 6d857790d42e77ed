import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../site/sites.ts";

/** Runs a program in a folder; returns what it printed, and fails with its words where it fails. */
function run(cwd: string, ...[program = "", ...words]: string[]): string {
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", shell });
  assert.equal(status, 0, `${program} ${words.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

test("in a fresh clone the lock fits package.json by the npm at hand, and what commands write is ignored", (context) => {
  const clone = mkdtempSync(join(tmpdir(), "seogo-clone-"));
  context.after(() => rmSync(clone, { recursive: true }));
  run(root, "git", "clone", "-q", root, clone);
  run(clone, "npm", "ci", "--dry-run", "--offline", "--no-audit", "--no-fund");
  assert.equal(run(clone, "git", "status", "--porcelain"), "");
  const written = ["node_modules/a", ".seogo/node/node_modules/a", ".seogo/tests/own/a", "dist/index.html", ".astro/a"];
  assert.deepEqual(
    run(clone, "git", "check-ignore", ...written)
      .trim()
      .split("\n"),
    written,
  );
});
