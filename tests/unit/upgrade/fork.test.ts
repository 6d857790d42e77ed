import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { carryOut, settle } from "#tools/upgrade/carry-out.mjs";
import { recordEngine, upgradeSteps } from "#tools/upgrade/plan.ts";
import { contents, temporaryFolder, write } from "../temporary.ts";

const lines = (word: string) => `${Array.from({ length: 20 }, (_, at) => `${word} ${String(at)}`).join("\n")}\n`;
const version = (name: string) => `{\n  "name": "seogo",\n  "version": "${name}"\n}\n`;
const samples = { "첫눈.md": lines("첫눈"), "산으로/index.md": lines("산"), "산으로/산.svg": lines("<svg/>") };
const below = (folder: string) =>
  Object.fromEntries(Object.entries(samples).map(([name, text]) => [`${folder}/posts/${name}`, text]));
const mine = {
  "src/content/posts/내-글.md": lines("내 글"),
  "src/content/posts/여행/index.md": lines("여행"),
  "src/content/images/사진.jpg": "사진",
  "src/content/addresses.txt": "/posts/내-글/\n",
  "src/site.config.ts": lines("setting").replace("setting 3", "mine"),
  "src/styles/owner.css": lines("style").replace("style 3", "mine"),
};
const engine = {
  "src/site.config.ts": lines("setting"),
  "src/styles/owner.css": lines("style"),
  "src/a.ts": lines("a"),
  "tests/a.test.ts": "",
};

function git(folder: string, ...words: string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@seogo.example", "-c", "core.quotePath=false"];
  const { status, stdout, stderr } = spawnSync("git", [...who, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, `git ${words.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

function commit(folder: string, subject: string): void {
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", subject);
}

/** A version whose examples lie in the owner's folder, a fork whose owner deleted them, and the version that moved them. */
function moved(context: TestContext) {
  const [maker, fork] = [temporaryFolder(context), join(temporaryFolder(context), "fork")];
  git(maker, "init", "-q", "-b", "main");
  write(maker, { ...engine, ...below("src/content"), "package.json": version("1.0.0") });
  recordEngine(maker, maker);
  commit(maker, "1.0.0");
  git(maker, "clone", "-q", maker, fork);
  rmSync(join(fork, "src/content"), { recursive: true });
  write(fork, mine);
  commit(fork, "Mine");
  cpSync(join(maker, "src/content"), join(maker, "examples"), { recursive: true });
  rmSync(join(maker, "src/content"), { recursive: true });
  write(maker, { "src/content/posts/.gitkeep": "", "package.json": version("2.0.0"), "src/a.ts": lines("b") });
  commit(maker, "2.0.0");
  return { maker, fork };
}

test("a fork takes the version that moved the examples by an upgrade, and later ones by git merge without a conflict", (context) => {
  const { maker, fork } = moved(context);
  carryOut(fork, upgradeSteps({ site: fork, from: maker }), "2.0.0");
  settle(fork);
  commit(fork, "Upgrade to 2.0.0");
  git(fork, "fetch", "-q");
  git(fork, "merge", "-q", "-s", "ours", "-m", "2.0.0", "origin/main");
  write(maker, {
    "src/a.ts": lines("c"),
    "examples/posts/첫눈.md": lines("다시 쓴 첫눈"),
    "examples/posts/새-예시/index.md": lines("예시"),
    "package.json": version("2.1.0"),
  });
  rmSync(join(maker, "examples/posts/산으로"), { recursive: true });
  commit(maker, "2.1.0");
  git(fork, "pull", "-q", "--no-rebase", "--no-edit");
  assert.equal(git(fork, "status", "--porcelain"), "");
  const { "src/a.ts": code, ...rest } = contents(join(fork));
  assert.equal(code, lines("c"));
  for (const [path, text] of Object.entries(mine)) assert.equal(rest[path], text, path);
  assert.deepEqual(
    Object.keys(rest).filter((path) => path.startsWith("examples/")),
    ["examples/posts/새-예시/index.md", "examples/posts/첫눈.md"],
  );
});

test("a fork whose owner left the examples alone merges the move itself, and keeps its own files where they lie", (context) => {
  const { maker, fork } = moved(context);
  git(fork, "reset", "-q", "--hard", "origin/main");
  write(fork, mine);
  commit(fork, "Mine beside the examples");
  git(fork, "pull", "-q", "--no-rebase", "--no-edit");
  for (const [path, text] of Object.entries(mine)) assert.equal(readFileSync(join(fork, path), "utf8"), text, path);
  assert.equal(git(maker, "status", "--porcelain"), "");
});
