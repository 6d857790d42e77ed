import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
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

test("a folder whose name ends a path for what builds pages is told before anything begins", (context) => {
  const above = mkdtempSync(join(tmpdir(), "seogo-"));
  context.after(() => rmSync(above, { recursive: true }));
  for (const name of ["C# 노트", "50%25", "별*표", "두\n줄", "100% 서고", "서고 100"]) {
    const folder = join(above, name);
    for (const path of ["commands", "tools", "src/text", "package.json"])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, ["commands/run.mjs", "commands/build.mjs"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.equal(stderr.includes(folder), name !== "서고 100", stderr);
  }
});
