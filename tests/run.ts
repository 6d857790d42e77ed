import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setupSaid } from "#text/setup.mjs";
import { ending, root, run } from "../commands/setup/run.mjs";
import { ensureBrowser } from "./setup/browser.ts";
import { oneRun } from "./setup/one-run.ts";
import { partsToTest } from "./setup/parts.ts";
import { unitShares } from "./setup/shares.ts";

/** One file more than cores: some wait for a browser, a clock or a disk, and at the end of a part one alone is left. */
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
/** Seconds by part; what came before in this process is npm's work. */
const times: [name: string, seconds: number][] = [["install", performance.now() / 1000]];

async function timed(name: string, work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const status = await work();
  times.push([name, (performance.now() - began) / 1000]);
  return status;
}

/** Runs what was asked for; resolves to its exit status. */
async function tested({ parts, words, files }: ReturnType<typeof partsToTest>): Promise<number> {
  // Rules alone need neither a browser nor a built site.
  const alone = parts.every((part) => part === "unit");
  // Hundreds of processes begin: what Node makes of code is kept for the next, as a build keeps it.
  const compiled = process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "node-compile-cache");
  // Commands that tests run in another folder stand there, not where npm was asked for the tests.
  const environment = {
    INIT_CWD: undefined,
    NODE_COMPILE_CACHE: compiled,
    ...(!alone && { CHROMIUM_PATH: await ensureBrowser(root) }),
  };
  const node = (given: readonly string[]) => run(process.execPath, given, environment);
  if (!alone) {
    console.log(setupSaid("test-sites"));
    const status = await timed("sites", () => node(["tests/site/sites.ts"]));
    if (status !== 0) return status;
  }
  // All parts in one run, or a core would stand idle at the end of each.
  const all = parts.map((part) => (part === "unit" ? unitShares(root) : `tests/${part}/**/*.test.ts`));
  const given = ["--test", concurrency, ...words, ...(files.length > 0 ? files : all)];
  const status = await timed("tests", () => node(given));
  console.log(setupSaid("times"));
  for (const [name, seconds] of times)
    console.log(setupSaid("time", { part: name.padEnd(10), seconds: seconds.toFixed(1) }));
  return status;
}

/** `npm test [-- parts, files, options of Node's runner]`: runs the tests; its packages are installed by then. */
await ending(async () => {
  const asked = partsToTest(process.argv.slice(2));
  // Files of unit tests make nothing that another run has.
  const shares = asked.files.length === 0 || !asked.parts.includes("unit");
  const end = shares ? oneRun(root) : () => undefined;
  try {
    return await tested(asked);
  } finally {
    end();
  }
});
