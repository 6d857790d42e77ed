import { spawn, spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { setupSaid } from "../../src/text/setup.mjs";
import { stoppedBy } from "../../tools/failure/ended.mjs";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs a Node with words, first on the PATH of what it calls in turn; resolves to its exit status. */
export function run(node, words, environment = {}) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const env = { ...process.env, [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ""}`, ...environment };
  const child = spawn(node, words, { cwd: root, stdio: "inherit", env });
  // A terminal sends Ctrl+C to both; who waits leaves the end to who works.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (stoppedBy(status, signal) === "memory") console.error(setupSaid("memory"));
      resolve(status ?? 1);
    });
  });
}

/** Sets the exit status to what the work resolves to; what it throws is told without a stack. */
export async function ending(work) {
  try {
    // What makes a module or a page of a file's path reads these as the end of the path, or as codes.
    if (/[#?"*%\n]/u.test(root)) throw new Error(setupSaid("odd-folder", { folder: root }));
    process.exitCode = await work();
  } catch (error) {
    console.error(process.env["SEOGO_DEBUG"] === "1" ? error : error.message);
    process.exitCode = 1;
  }
}

/** Runs the npm at hand and shows what it says; throws when it fails. */
export function npm(root, words) {
  console.log(setupSaid("installing", { words: words.join(" ") }));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", [...words, ...quiet], { cwd: root, stdio: "inherit", shell });
  if (status !== 0) throw new Error(setupSaid("npm-failed", { words: words.join(" ") }));
}
