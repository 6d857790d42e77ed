import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../site/sites.ts";

const most = 200 * 1024 * 1024;

function run(cwd: string, ...[program = "", ...words]: string[]): string {
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", shell });
  assert.equal(status, 0, `${program} ${words.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

/** What `du` counts: whole blocks, each file of several names once. */
function bytesOn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => lstatSync(join(folder, path)));
  const blocks = new Map(files.map(({ dev, ino, blocks }) => [`${String(dev)}:${String(ino)}`, blocks]));
  return [...blocks.values()].reduce((sum, count) => sum + count * 512, 0);
}

test("a fresh clone below a closed folder installs by the lock in 200 MB, builds, and stays clean", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "seogo-install-"));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "closed"), { mode: 0o700 });
  const clone = join(folder, "closed/blog");
  run(root, "git", "clone", "-q", root, clone);
  run(clone, "npm", "ci", "--omit=dev", "--no-audit", "--no-fund");
  const bytes = bytesOn(join(clone, "node_modules"));
  assert.ok(bytes <= most, `${String(bytes)} bytes`);
  run(clone, "npm", "run", "build");
  assert.equal(run(clone, "git", "status", "--porcelain"), "");
});
