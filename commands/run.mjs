// Plain JavaScript that Node 20 reads: `node commands/run.mjs [--with-tools] [options of Node] script [arguments]`.
import { existsSync } from "node:fs";
import * as module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setupSaid } from "#text/setup.mjs";
import { fittingNode } from "./setup/node.mjs";
import { installPackages } from "./setup/packages.mjs";
import { ending, root, run } from "./setup/run.mjs";

const given = process.argv.slice(2);
const tools = given[0] === "--with-tools";
const words = tools ? given.slice(1) : given;
let here = false;

await ending(async () => {
  const undo = join(root, ".seogo/upgrade/carry-out.ts");
  // A killed upgrade leaves the code of two versions, and packages of none.
  if (words[0] === "commands/upgrade.ts" && existsSync(undo) && (await run(fittingNode(root), [undo])) === 0)
    console.log(setupSaid("upgrade-put-back"));
  if (!tools && !existsSync(join(root, "node_modules/astro"))) throw new Error(setupSaid("start-first"));
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
