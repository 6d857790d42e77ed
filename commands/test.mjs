// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import { availableParallelism, tmpdir } from "node:os";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setupSaid } from "#text/setup.mjs";
import { ensureBrowser } from "./setup/browser.mjs";
import { fittingNode } from "./setup/node.mjs";
import { installPackages } from "./setup/packages.mjs";
import { ending, root, run } from "./setup/run.mjs";
import { partsToTest } from "./setup/test-parts.mjs";

/** One file more than cores: some wait for a browser, a clock or a disk, and at the end of a part one alone is left. */
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;

await ending(async () => {
  if (!existsSync(join(root, "tests"))) throw new Error(setupSaid("no-tests"));
  const { parts, words, files } = partsToTest(process.argv.slice(2));
  const node = fittingNode(root);
  const times = [];
  const timed = async (name, work) => {
    const began = performance.now();
    const result = await work();
    times.push([name, (performance.now() - began) / 1000]);
    return result;
  };
  await timed("install", () => installPackages({ root, node, tools: true }));
  // Rules alone need neither a browser nor a built site.
  const alone = parts.every((part) => part === "unit");
  // Hundreds of processes begin: what Node makes of code is kept for the next, as a build keeps it.
  const compiled = process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "node-compile-cache");
  const environment = { NODE_COMPILE_CACHE: compiled, ...(!alone && { CHROMIUM_PATH: await ensureBrowser(root) }) };
  let worst = 0;
  if (!alone) {
    console.log(setupSaid("test-sites"));
    worst = await timed("sites", () => run(node, ["tests/site/sites.ts"], environment));
    if (worst !== 0) return worst;
  }
  // The rules first, which take a minute; all other parts in one run, or a core would stand idle at the end of each.
  const ofPart = (part) => `tests/${part}/**/*.test.ts`;
  const runs = [parts.filter((part) => part === "unit"), parts.filter((part) => part !== "unit")];
  for (const names of runs.filter(({ length }) => length > 0)) {
    const named = files.length > 0 ? files : names.map(ofPart);
    const status = await timed(names.join(", "), () =>
      run(node, ["--test", concurrency, ...words, ...named], environment),
    );
    worst = Math.max(worst, status);
  }
  console.log(
    [
      setupSaid("times"),
      ...times.map(([name, seconds]) => setupSaid("time", { part: name.padEnd(10), seconds: seconds.toFixed(1) })),
    ].join("\n"),
  );
  return worst;
});
