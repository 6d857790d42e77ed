import { spawnSync } from "node:child_process";
import { setupText } from "#text/setup.mjs";

/** Runs the npm at hand and shows what it says; throws when it fails. */
export function npm(root, words) {
  console.log(setupText.installing(words.join(" ")));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", [...words, ...quiet], { cwd: root, stdio: "inherit", shell });
  if (status !== 0) throw new Error(setupText.npmFailed(words.join(" ")));
}
