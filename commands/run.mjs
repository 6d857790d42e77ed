// Plain JavaScript that Node 20 reads: `node commands/run.mjs [--with-tools] [options of Node] script [arguments]`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import * as module from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const given = process.argv.slice(2);
// A killed upgrade leaves code of two versions: it is taken back before any of it is asked for, and what stood there begins anew.
const undo = fileURLToPath(new URL("../.seogo/upgrade/carry-out.mjs", import.meta.url));
const cwd = fileURLToPath(new URL("..", import.meta.url));
if (existsSync(undo) && !isAtWork(join(cwd, ".seogo/upgrade.lock"))) {
  const env = { ...process.env, SEOGO_PUT_BACK: "1" };
  const run = (words) => spawnSync(process.execPath, words, { cwd, env, stdio: "inherit" }).status;
  if (run([undo]) === 0) process.exit(run(process.argv.slice(1)) ?? 1);
}

const { setupSaid } = await import("../src/text/setup.mjs");
const { fittingNode } = await import("./setup/node.mjs");
const { installPackages } = await import("./setup/packages.mjs");
const { ending, root, run } = await import("./setup/run.mjs");
if (process.env["SEOGO_PUT_BACK"] === "1") console.error(setupSaid("upgrade-put-back"));
const tools = given[0] === "--with-tools";
const words = tools ? given.slice(1) : given;
let here = false;

await ending(async () => {
  if (!tools && !existsSync(join(root, "node_modules/astro"))) throw new Error(setupSaid("start-first"));
  // A blog's own folder has no tests and no measurements.
  const [script] = words.filter((word) => !word.startsWith("-"));
  if (!existsSync(join(root, script))) throw new Error(setupSaid("no-tests"));
  const node = fittingNode(root);
  if (tools) installPackages({ root, node, tools });
  here = node === process.execPath && !words[0].startsWith("-");
  return here ? 0 : run(node, words);
});

// In this same process where it fits: a second one would cost every command its start.
if (here) {
  const [script, ...rest] = words;
  process.argv = [process.argv[0], join(root, script), ...rest];
  if (!process.env["CI"]) module.enableCompileCache();
  await import(pathToFileURL(process.argv[1]).href);
}

/** Whether the process that a lock names seems to live; whoever takes the lock looks closer. */
function isAtWork(lock) {
  try {
    return process.kill(JSON.parse(readFileSync(lock, "utf8")).pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
