import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { carryOut, keptFile, putBack, putPackagesAway, settle } from "#tools/upgrade/carry-out.mjs";
import { blobId, presentEngine, recordedEngine, recordEngine, upgradeSteps, versionOf } from "#tools/upgrade/plan.ts";
import { root } from "../../site/sites.ts";
import { contents, temporaryFolder, write } from "../temporary.ts";

const lines = (...words: string[]) => `${words.join("\n")}\n`;
const base = lines("one", "two", "three", "four", "five");
const packageFile = (name: string, version: string, one: string) =>
  `${JSON.stringify({ name, version, dependencies: { one, two: "1.0.0" } }, null, 2)}\n`;

const before = {
  "package.json": packageFile("seogo", "1.0.0", "1.0.0"),
  "package-lock.json": base,
  "commands/build.mjs": base,
  "src/kept.ts": base,
  "src/merged.ts": base,
  "src/fought.ts": base,
  "src/old/gone.ts": base,
  "src/old-mine.ts": base,
  "src/deleted.ts": base,
  "README.md": base,
  "tests/a.test.ts": base,
  "src/site.config.ts": "ours",
  "src/content/posts/예시.md": "ours",
};

const after = {
  ...before,
  "package.json": packageFile("seogo", "1.1.0", "1.2.0"),
  "package-lock.json": base.replace("three", "theirs"),
  "commands/build.mjs": base.replace("one", "ONE"),
  "src/merged.ts": base.replace("five", "FIVE"),
  "src/fought.ts": base.replace("three", "theirs"),
  "src/added/new.ts": base,
  "src/owner/Footer.astro": "",
  "src/site.config.ts": "theirs",
  "src/content/posts/예시.md": "theirs",
  "public/new.png": "theirs",
  "tests/b.test.ts": base,
};

/** A repository with two versions, at the newer one, and a plain folder of an owner at the older one. */
function versions(context: TestContext) {
  const [from, site] = [temporaryFolder(context), temporaryFolder(context)];
  const git = (...words: string[]) =>
    assert.equal(spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: from }).status, 0);
  write(from, before);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "1.0.0");
  recordEngine(from, from);
  rmSync(join(from, "src/old"), { recursive: true });
  rmSync(join(from, "src/old-mine.ts"));
  write(from, after);
  rmSync(join(from, "src/old"), { recursive: true });
  rmSync(join(from, "src/old-mine.ts"));
  write(site, before);
  rmSync(join(site, "src/deleted.ts"));
  rmSync(join(site, "README.md"));
  write(site, {
    "package.json": packageFile("my-blog", "1.0.0", "1.0.0"),
    "package-lock.json": base.replace("three", "mine"),
    "src/merged.ts": base.replace("one", "mine"),
    "src/fought.ts": base.replace("three", "mine"),
    "src/kept.ts": base.replaceAll("\n", "\r\n"),
    "src/old-mine.ts": "mine",
    "src/own.ts": "mine",
    "src/content/posts/내-글.md": "mine",
  });
  return { from, site };
}

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
  assert.deepEqual(
    upgradeSteps({ site, from }).filter(({ path }) => path.startsWith("tests/")),
    [],
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
