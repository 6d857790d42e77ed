import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** `npm run check`: format, lint with the direction of imports, types and dead code; all are run, then the worst status ends it. Newer versions of what Seogo is built on are told, and fail nothing. */
const checks = [
  ["prettier", "--check", "--log-level=warn", "."],
  ["biome", "lint", "--error-on-warnings", "."],
  ["astro", "check", "--minimumFailingSeverity", "hint"],
  // A blog's own folder has no tests of ours, which alone use some of what the engine exports.
  ...(existsSync("knip.json") ? [["knip"]] : []),
];

const shell = process.platform === "win32";
let worst = 0;
for (const [name = "", ...words] of checks) {
  console.log(`\n> ${name} ${words.join(" ")}`);
  const { status } = spawnSync(name, words, { stdio: "inherit", shell });
  worst = Math.max(worst, status ?? 1);
}
// A table, where there is a newer one to be had.
const builtOn = "outdated --fetch-retries=0 --fetch-timeout=5000 astro @astrojs/mdx @astrojs/rss @astrojs/sitemap zod";
spawnSync("npm", builtOn.split(" "), { stdio: ["ignore", "inherit", "ignore"], shell });
process.exitCode = worst;
