import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blobId, presentEngine, recordedEngine, recordEngine, upgradeSteps, versionOf } from "#tools/upgrade/plan.ts";
import { root } from "../../site/sites.ts";
import { write } from "../temporary.ts";
import { after, base, before, lines, packageFile, versions } from "./versions.ts";

test("an upgrade's steps: engine files alone, the owner's changes merged or kept apart", (context) => {
  const { from, site } = versions(context);
  const steps = upgradeSteps({ site, from });
  assert.deepEqual(
    steps.map(({ kind, path }) => `${kind} ${path}`),
    [
      "replace commands/build.mjs",
      "replace package-lock.json",
      "merge package.json",
      "add src/added/new.ts",
      "add src/deleted.ts",
      "aside src/fought.ts",
      "merge src/merged.ts",
      "remove src/old/gone.ts",
      "aside src/old-mine.ts",
      "add src/owner/Footer.astro",
      "add tests/b.test.ts",
    ].sort((a, b) => ((a.split(" ")[1] ?? "") < (b.split(" ")[1] ?? "") ? -1 : 1)),
  );
  const became = Object.fromEntries(steps.map(({ path, bytes }) => [path, bytes?.toString("utf8")]));
  assert.equal(became["package.json"], packageFile("my-blog", "1.1.0", "1.2.0"));
  assert.equal(became["src/merged.ts"], lines("mine", "two", "three", "four", "FIVE"));
});

test("a site without tests is not given those of the new version", (context) => {
  const { from, site } = versions(context);
  rmSync(join(site, "tests"), { recursive: true });
  write(from, { "knip.json": "{}", "SUPPORT.md": base });
  const steps = upgradeSteps({ site, from }).map(({ path }) => path);
  assert.deepEqual(
    steps.filter((path) => /^(?:tests\/|knip|SUPPORT)/u.test(path)),
    [],
  );
});

test("what an owner deleted does not come back, nor what is new in a folder that the owner deleted", (context) => {
  const { from, site } = versions(context);
  write(site, { "deploy/a.conf": base, "docs/a.md": base, "docs/deep/b.md": base });
  write(from, { "package.json": before["package.json"] });
  write(from, { "deploy/a.conf": base, "docs/a.md": base, "docs/deep/b.md": base, "docs/c.md": base });
  recordEngine(from, from);
  write(from, after);
  write(from, { "deploy/new.conf": base, "docs/d.md": base, "docs/deep/new/e.md": base, "docs/new/f.md": base });
  for (const gone of ["deploy", "docs/deep", "docs/c.md"]) rmSync(join(site, gone), { recursive: true, force: true });
  const steps = upgradeSteps({ site, from }).filter(({ path }) => /^(?:deploy|docs)\//u.test(path));
  assert.deepEqual(
    steps.map(({ kind, path }) => `${kind} ${path}`),
    ["add docs/d.md", "add docs/new/f.md"],
  );
});

test("a README and a workflow of the owner's own stay, whatever the new version has there", (context) => {
  const { from, site } = versions(context);
  const own = { "README.md": "# mine", "CONTRIBUTING.md": "mine", ".github/workflows/ci.yml": "mine" };
  write(from, { "README.md": "# theirs", "CONTRIBUTING.md": "theirs", ".github/workflows/ci.yml": "theirs" });
  write(site, own);
  for (const isWhole of [true, false]) {
    if (!isWhole) rmSync(join(site, "tests"), { recursive: true });
    const steps = upgradeSteps({ site, from }).filter(({ path }) => path in own);
    assert.deepEqual(steps, [], String(isWhole));
  }
});

test("a version between two releases that the source's history knows is nobody's change", (context) => {
  const { from, site } = versions(context);
  write(from, { "src/fought.ts": "between" });
  spawnSync("git", ["hash-object", "-w", "src/fought.ts"], { cwd: from });
  write(from, { "src/fought.ts": after["src/fought.ts"] });
  write(site, { "src/fought.ts": "between" });
  assert.equal(upgradeSteps({ site, from }).find(({ path }) => path === "src/fought.ts")?.kind, "replace");
});

test("without a history nothing is merged, and nothing of the owner's is lost", (context) => {
  const { from, site } = versions(context);
  rmSync(join(from, ".git"), { recursive: true });
  const kinds = new Map(upgradeSteps({ site, from }).map(({ path, kind }) => [path, kind]));
  assert.deepEqual([kinds.get("package.json"), kinds.get("src/merged.ts")], ["aside", "aside"]);
  assert.equal(kinds.get("commands/build.mjs"), "replace");
});

test("a blob's id is Git's", () => {
  assert.equal(blobId(Buffer.from("hello\n")), "ce013625030ba8dba906f756967f9e9ca394464a");
});

test("a release's manifest names each file of the engine as it stands; node commands/manifest.ts records it", () => {
  const recorded = recordedEngine(versionOf(root), [root]);
  if (recorded !== undefined) assert.deepEqual([...presentEngine(root)], [...recorded]);
  const first = recordedEngine("0.1.0", [root]);
  assert.equal(first?.size, 748);
  assert.equal(first?.get("package.json")?.length, 40);
});
