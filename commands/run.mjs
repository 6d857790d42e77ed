// Plain JavaScript that Node 20 reads: `node commands/run.mjs [--with-tools] [options of Node] script [arguments]`.
import "./setup/put-back.mjs";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { setupSaid } = await import("../src/text/setup.mjs");
const { fittingNode } = await import("./setup/node.mjs");
const { installPackages } = await import("./setup/packages.mjs");
const { ending, root, run } = await import("./setup/run.mjs");
const given = process.argv.slice(2);
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
