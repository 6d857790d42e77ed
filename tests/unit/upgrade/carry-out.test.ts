import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { carryOut, keptFile, putBack, putPackagesAway, settle } from "#tools/upgrade/carry-out.mjs";
import { recordEngine, upgradeSteps } from "#tools/upgrade/plan.ts";
import { contents, temporaryFolder, write } from "../temporary.ts";
import { base, versions } from "./versions.ts";

test("the steps are made once, leave nothing to do, and are put back to the last byte", (context) => {
  const { from, site } = versions(context);
  const stood = contents(site);
  carryOut(site, upgradeSteps({ site, from }), "1.1.0");
  assert.equal(readFileSync(join(site, keptFile("1.1.0", "src/fought.ts")), "utf8"), base.replace("three", "mine"));
  assert.equal(existsSync(join(site, "src/old")), false);
  assert.equal(putBack(site), true);
  assert.deepEqual(contents(site), stood);
  assert.equal(putBack(site), false);
  carryOut(site, upgradeSteps({ site, from }), "1.1.0");
  settle(site);
  recordEngine(site, from);
  assert.deepEqual(upgradeSteps({ site, from }), []);
  const left = contents(site);
  for (const path of ["src/site.config.ts", "src/content/posts/예시.md", "src/content/posts/내-글.md", "src/own.ts"])
    assert.equal(left[path], stood[path], path);
  assert.equal(left["public/new.png"], undefined);
});

test("packages that an upgrade killed at its very end left are not what the next one puts back", (context) => {
  const { from, site } = versions(context);
  write(site, { "node_modules/a/package.json": "whole" });
  const stood = contents(site);
  write(site, { ".seogo/upgrade/node_modules/a/half": "" });
  carryOut(site, upgradeSteps({ site, from }), "1.1.0");
  putPackagesAway(site);
  write(site, { "node_modules/a/package.json": "new" });
  assert.equal(putBack(site), true);
  assert.deepEqual(contents(site), stood);
});

test("what takes a killed upgrade back is written before all else", (context) => {
  const site = temporaryFolder(context);
  write(site, { "commands/run.mjs": "old" });
  const first = {
    path: "added.ts",
    kind: "add" as const,
    get bytes(): Buffer {
      throw new Error("killed");
    },
  };
  const caller = { path: "commands/run.mjs", kind: "replace" as const, bytes: Buffer.from("new") };
  assert.throws(() => carryOut(site, [first, caller], "1.1.0"), /killed/u);
  assert.equal(readFileSync(join(site, "commands/run.mjs"), "utf8"), "new");
  const { status } = spawnSync(process.execPath, [".seogo/upgrade/carry-out.mjs"], { cwd: site });
  assert.deepEqual([status, contents(site)], [0, { "commands/run.mjs": "old" }]);
});
