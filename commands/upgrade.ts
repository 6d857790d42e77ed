import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setupSaid } from "#text/setup.mjs";
import { said } from "#text/words.ts";
import { carryOut, putBack, putPackagesAway, settle } from "#tools/upgrade/carry-out.mjs";
import { lock } from "#tools/place/lock.ts";
import { recordEngine, type Step, upgradeSteps, versionOf } from "#tools/upgrade/plan.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { git, versionFolder } from "#tools/upgrade/source.ts";
import { given, placeOf, root } from "./setup/given.ts";
import { installPackages } from "./setup/packages.mjs";
import { ending, npm } from "./setup/run.mjs";

/**
 * `npm run upgrade -- <folder, archive or git address[@version]> [--dry-run]`; from a new version's folder,
 * `node commands/upgrade.ts --site <site>`. Imports no package, since a new version's own copy does the work uninstalled.
 */
const { values, positionals } = given({ "dry-run": "boolean", "drop-addresses": "boolean", site: "string" }, true);
const site = placeOf(values.site ?? root);

await ending(() => {
  // The first of the two versions' processes holds it for both.
  process.once("exit", lock(join(site, ".seogo/upgrade.lock")));
  if (putBack(site)) console.error(setupSaid("upgrade-put-back"));
  if (site !== root) return upgrade(root);
  const named = positionals[0] ?? upstream();
  if (named === undefined) throw new Error(said("upgrade-usage"));
  const from = versionFolder(named, join(site, ".seogo/upgrade/new"));
  const [mine, newest] = [versionOf(site), versionOf(from)];
  const isNewest = existsSync(join(from, ".git")) && !/@[\w.-]+$/u.test(named);
  if (isNewest && newest.localeCompare(mine, "en", { numeric: true }) < 0)
    throw new Error(said("upgrade-older", { mine, newest }));
  const theirs = join(from, "commands/upgrade.ts");
  // The new version knows best what it asks of a site.
  if (existsSync(theirs)) return node([theirs, ...process.argv.slice(2), "--site", site]) ?? 1;
  return upgrade(from);
});

/** Where new versions come from: package.json's `repository`, else a remote that Git calls upstream. */
function upstream(): string | undefined {
  const { repository } = JSON.parse(readFileSync(join(site, "package.json"), "utf8"));
  return repository?.url ?? repository ?? git(site, ["remote", "get-url", "upstream"])?.toString("utf8").trim();
}

function upgrade(from: string): number {
  const version = versionOf(from);
  const steps = upgradeSteps({ site, from });
  const plan = { from: versionOf(site), to: version };
  console.log(said(steps.length === 0 ? "upgrade-nothing" : "upgrade-plan", plan));
  for (const { kind, path } of steps) console.log(`  ${said(`step-${kind}`)}  ${path}`);
  if (steps.length === 0) return 0;
  if (values["dry-run"] === true) console.log(said("upgrade-dry-run"));
  else renew(steps, from, version);
  return 0;
}

/** Makes the steps and builds; whatever fails, everything is put back. */
function renew(steps: readonly Step[], from: string, version: string): void {
  if (build() !== 0) throw new Error(said("upgrade-not-now"));
  // Whoever interrupts ends the step at work, which is then put back as one that failed.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
  const before = filesIn(join(site, "dist")).filter((file) => file.endsWith(".html"));
  // No clock builds or publishes with the code of two versions.
  const unlock = lock(join(site, ".seogo/build.lock"));
  try {
    carryOut(site, steps, version);
    install(from);
    if (build() !== 0) throw new Error(said("upgrade-failed"));
    const lost = before.filter((page) => !existsSync(join(site, "dist", page)));
    if (lost.length > 0 && values["drop-addresses"] !== true)
      throw new Error(said("upgrade-lost", { pages: lost.join("\n  ") }));
  } catch (error) {
    putBack(site);
    unlock();
    build("ignore");
    console.error(said("upgrade-as-before"));
    throw error;
  }
  // What the next upgrade knows the owner's changes by.
  recordEngine(site, from);
  settle(site);
  unlock();
  console.log(said("upgrade-done", { version }));
  if (steps.some(({ kind }) => kind === "aside"))
    console.log(said("upgrade-aside", { folder: `upgrade-kept/${version}/` }));
}

/** Installs anew where the packages changed; by the lock, unless the owner's own packages are not in it. */
function install(from: string): void {
  const packages = (folder: string) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return JSON.stringify([dependencies, devDependencies]);
  };
  const byNpm = (words: string[]) => {
    putPackagesAway(site);
    npm(site, words);
  };
  const tools = existsSync(join(site, "node_modules/typescript"));
  if (packages(site) !== packages(from)) byNpm(["install", tools ? "--include=dev" : "--omit=dev"]);
  else installPackages({ root: site, node: process.execPath, tools }, (_: string, words: string[]) => byNpm(words));
}

function build(stdio: "inherit" | "ignore" = "inherit"): number | null {
  return node(["commands/build.mjs"], stdio);
}

function node(words: readonly string[], stdio: "inherit" | "ignore" = "inherit"): number | null {
  return spawnSync(process.execPath, words, { cwd: site, stdio }).status;
}
