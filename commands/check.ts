import { spawnSync } from "node:child_process";

/** `npm run check`: format, lint with the direction of imports, types and dead code; all are run, then the worst status ends it. */
const checks = [
  ["prettier", "--check", "--log-level=warn", "."],
  ["biome", "lint", "--error-on-warnings", "."],
  ["astro", "check", "--minimumFailingSeverity", "hint"],
  ["knip"],
];

let worst = 0;
for (const [name = "", ...words] of checks) {
  console.log(`\n> ${name} ${words.join(" ")}`);
  const { status } = spawnSync(name, words, { stdio: "inherit", shell: process.platform === "win32" });
  worst = Math.max(worst, status ?? 1);
}
process.exitCode = worst;
