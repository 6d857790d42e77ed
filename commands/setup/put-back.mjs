// Plain JavaScript that Node 20 reads, run before any other code: a killed upgrade leaves code of two versions.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const undo = fileURLToPath(new URL("../../.seogo/upgrade/carry-out.mjs", import.meta.url));
const run = (words) => spawnSync(process.execPath, words, { cwd, stdio: "inherit" }).status;
const left = existsSync(undo) ? run([undo]) : 1;

// 0 took one back, and what stands there now begins anew; 2 found it at work.
if (left !== 1) {
  const { setupSaid } = await import("../../src/text/setup.mjs");
  console.error(setupSaid(left === 0 ? "upgrade-put-back" : "upgrade-at-work"));
  process.exit(left === 0 ? (run(process.argv.slice(1)) ?? 1) : 1);
}
