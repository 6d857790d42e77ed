import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { presentEngine, recordedEngine, upgradeSteps, versionOf } from "#tools/upgrade/plan.ts";
import { root } from "../../site/sites.ts";
import { temporaryFolder, write } from "../temporary.ts";

function site(folder: string, LANG = "ko_KR.UTF-8", from = root) {
  const env = { ...process.env, LANG, LC_ALL: "", TZ: "Europe/Paris" };
  return spawnSync(process.execPath, [join(from, "commands/site.ts"), folder], { encoding: "utf8", env });
}

test("npm run site: a new folder has the engine, a repository and the owner's ground, but no tests of ours", (context) => {
  const folder = join(temporaryFolder(context), "blog");
  const { status, stderr } = site(folder);
  assert.equal(status, 0, stderr);
  for (const path of [
    ".git",
    ".gitignore",
    "package.json",
    "commands/start.mjs",
    "src/site.config.ts",
    "docs/writing.md",
    "biome.json",
    ".prettierrc.json",
    "CHANGELOG.md",
    "docs/settings.md",
  ])
    assert.ok(existsSync(join(folder, path)), path);
  for (const path of [
    "tests",
    "bench",
    "docs/decisions",
    ".github",
    "CONTRIBUTING.md",
    "examples",
    "public/favicon.svg",
  ])
    assert.equal(existsSync(join(folder, path)), false, path);
  const settings = readFileSync(join(folder, "src/site.config.ts"), "utf8");
  assert.match(settings, /\n {2}title: "내 블로그",\n[\s\S]*\n {2}mark: "글",\n/u);
  assert.doesNotMatch(settings, /서고/u);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  assert.match(readme, /^# 내 블로그\n/u);
  for (const [, link = ""] of readme.matchAll(/\]\(([^)]+)\)/gu)) assert.ok(existsSync(join(folder, link)), link);
  // The README is the owner's: no record of ours, so no upgrade touches it.
  const engine = [...presentEngine(folder)].filter(([path]) => path !== "README.md");
  assert.deepEqual([...(recordedEngine(versionOf(root), [folder]) ?? [])], engine);
  assert.deepEqual(upgradeSteps({ site: folder, from: root }), []);
  for (const script of ["tests/run.ts", "bench/run.ts"]) {
    const asked = spawnSync(process.execPath, ["commands/run.mjs", "--with-tools", script], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.match(`${String(asked.status)} ${asked.stderr}`, /^1 .*npm run build[^\n]*\n$/u);
  }
});

test("npm run site in English: settings in English, with the time zone of the machine", (context) => {
  const folder = join(temporaryFolder(context), "blog");
  const { stdout } = site(folder, "en_GB.UTF-8");
  assert.match(stdout, /A new blog is in/u);
  const settings = readFileSync(join(folder, "src/site.config.ts"), "utf8");
  assert.match(readFileSync(join(folder, "README.md"), "utf8"), /^# My blog\n[^가-힣]+$/u);
  assert.match(settings, /\n {2}language: "en",\n {2}timeZone: "Europe\/Paris",\n/u);
  assert.doesNotMatch(settings, /[가-힣]/u);
});

test("npm run site from a blog with posts takes its settings and marks along", (context) => {
  const blog = temporaryFolder(context);
  const [first, second] = [join(blog, "first"), join(blog, "second")];
  assert.equal(site(first).status, 0);
  symlinkSync(join(root, "node_modules"), join(first, "node_modules"));
  const own = {
    "src/content/posts/글.md": "글이다.\n",
    "src/site.config.ts": "// 내 것\n",
    "public/favicon.svg": "<svg/>",
  };
  write(first, own);
  const { status, stdout, stderr } = site(second, undefined, first);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /글과 설정을 담아/u);
  for (const [path, text] of Object.entries(own)) assert.equal(readFileSync(join(second, path), "utf8"), text, path);
});

test("npm run site writes into no folder that holds something", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "a.txt": "mine" });
  assert.equal(site(folder).status, 1);
  assert.equal(existsSync(join(folder, "package.json")), false);
});

test("npm run upgrade goes back to an older release only where it is named", (context) => {
  const folder = temporaryFolder(context);
  const old = join(folder, "old");
  write(old, { "package.json": '{ "version": "0.1.0" }', "commands/build.mjs": "" });
  const git = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
  for (const words of [
    ["init", "-q"],
    ["add", "."],
    ["commit", "-qm", "old"],
    ["tag", "v0.1.0"],
  ])
    assert.equal(spawnSync("git", [...git, ...words], { cwd: old }).status, 0);
  const blog = join(folder, "blog");
  site(blog);
  const upgrade = (from: string) =>
    spawnSync(process.execPath, ["commands/upgrade.ts", from, "--dry-run"], { cwd: blog, encoding: "utf8" });
  const refused = upgrade(old);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /0\.1\.0.*@0\.1\.0/u);
  assert.equal(upgrade(`file://${old}@0.1.0`).status, 0);
});

test("npm run site: what a full disk or a kill left half is finished by the next run; others' files are left alone", (context) => {
  const folder = join(temporaryFolder(context), "blog");
  const full = spawnSync("/bin/sh", ["-c", `ulimit -f 8; exec "${process.execPath}" commands/site.ts "${folder}"`], {
    encoding: "utf8",
    env: { ...process.env, LANG: "ko_KR.UTF-8", LC_ALL: "" },
  });
  assert.equal(full.status, 1);
  assert.match(full.stderr, /고쳐야 할 곳/u);
  assert.ok(existsSync(join(folder, ".seogo")) && !existsSync(join(folder, "README.md")));
  assert.equal(site(folder).status, 0);
  assert.ok(existsSync(join(folder, "README.md")) && !existsSync(join(folder, ".seogo")));
  assert.equal(site(folder).status, 1);
});
