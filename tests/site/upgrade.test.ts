import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { carryOut, putBack } from "#tools/upgrade/carry-out.mjs";
import { filesOf, recordEngine, upgradeSteps } from "#tools/upgrade/plan.ts";
import { layOut } from "./sites.ts";

const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://mine.example/", title: "내 책장" });
`;
const owners = {
  "src/content/posts/내-글.md": "---\ntitle: 내 글\ndate: 2026-01-02\n---\n\n첫 줄입니다.\n",
  "src/styles/owner.css": "@layer owner { :root { --owner: 1; } }\n",
  "src/owner/Footer.astro": "<p>제 푸터</p>\n",
  "public/내-파일.txt": "남는 파일\n",
  "src/pages/now.astro":
    '---\nimport OwnPage from "#site/OwnPage.astro";\n---\n\n<OwnPage title="지금" description="하는 일"><p>지금</p></OwnPage>\n',
};
const page = owners["src/pages/now.astro"].replaceAll("지금", "새것").replace("하는 일", "새로 온 것");

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function change(folder: string, path: string, edit: (text: string) => string): void {
  writeFileSync(join(folder, path), edit(readFileSync(join(folder, path), "utf8")));
}

/** Makes the state of a folder a version with a tag, as its makers do. */
function release(folder: string, version: string): void {
  change(folder, "package.json", (text) => text.replace(/"version": "[^"]*"/u, `"version": "${version}"`));
  recordEngine(folder, folder);
  const git = (...words: string[]) => {
    const who = ["-c", "user.name=a", "-c", "user.email=a@seogo.example"];
    assert.equal(spawnSync("git", [...who, ...words], { cwd: folder }).status, 0, words.join(" "));
  };
  if (!existsSync(join(folder, ".git"))) git("init", "-q");
  put(folder, { ".gitignore": "node_modules\n" });
  git("add", "-A");
  git("commit", "-qm", version);
  git("tag", `v${version}`);
}

function run(site: string, ...words: string[]) {
  const env = { ...process.env, LC_ALL: "", LANG: "ko_KR.UTF-8", INIT_CWD: site };
  return spawnSync(process.execPath, ["commands/run.mjs", ...words], { cwd: site, env, encoding: "utf8" });
}

/** An option that no build knows ends it before there is anything to serve. */
function start(site: string) {
  const env = { ...process.env, LC_ALL: "", LANG: "ko_KR.UTF-8" };
  return spawnSync(process.execPath, ["commands/start.mjs", "--none"], { cwd: site, env, encoding: "utf8" });
}

function upgrade(site: string, ...words: string[]) {
  return run(site, "commands/upgrade.ts", ...words);
}

function state(site: string): Record<string, string> {
  return Object.fromEntries(filesOf(site).map((path) => [path, readFileSync(join(site, path), "base64")]));
}

const maker = layOut({ name: "upgrade-maker" });
const site = layOut({ name: "upgrade-site", posts: {}, settings });

function succeeds(...words: string[]): void {
  const { status, stdout, stderr } = upgrade(site, ...words);
  assert.equal(status, 0, stdout + stderr);
}

test("an owner's site is upgraded twice with all that is the owner's", () => {
  release(maker, "8.0.0");
  change(site, "package.json", (text) => text.replace(/"version": "[^"]*"/u, '"version": "8.0.0"'));
  put(site, owners);
  change(site, "package.json", (text) => text.replace('"name": "seogo"', '"name": "my-blog"'));
  change(site, "src/styles/print.css", (text) => `/* mine */\n${text}`);

  put(maker, { "src/pages/extra.astro": page });
  appendFileSync(join(maker, "src/styles/print.css"), "/* theirs */\n");
  release(maker, "8.1.0");
  succeeds(maker);
  assert.ok(existsSync(join(site, "dist/extra/index.html")) && existsSync(join(site, "dist/now/index.html")));

  appendFileSync(join(maker, "src/styles/print.css"), "/* again */\n");
  release(maker, "8.2.0");
  // The second without its builds.
  carryOut(site, upgradeSteps({ site, from: maker }), "8.2.0");
  const print = readFileSync(join(site, "src/styles/print.css"), "utf8");
  assert.match(print, /^\/\* mine \*\/\n[\s\S]*\/\* theirs \*\/\n\/\* again \*\/\n$/u);
  assert.match(readFileSync(join(site, "package.json"), "utf8"), /"name": "my-blog",\n {2}"version": "8\.2\.0"/u);
  for (const [path, text] of Object.entries(owners)) assert.equal(readFileSync(join(site, path), "utf8"), text, path);
  assert.equal(readFileSync(join(site, "src/site.config.ts"), "utf8"), settings);
  assert.match(readFileSync(join(site, "dist/index.html"), "utf8"), /제 푸터/u);
  putBack(site);
});

test("a version with which pages vanish does not build, and leaves everything as it was", () => {
  const stood = state(site);
  rmSync(join(maker, "src/pages/extra.astro"));
  release(maker, "8.3.0");
  const lost = upgrade(site, maker);
  assert.equal(lost.status, 1);
  assert.match(lost.stderr, /모두 전으로 되돌렸습니다[\s\S]*extra\/index\.html/u);
  assert.deepEqual(state(site), stood);
  assert.ok(existsSync(join(site, "dist/extra/index.html")));
  assert.match(upgrade(site, `${maker}@8.2.0`, "--dry-run").stdout, /8\.2\.0[\s\S]* {2}src\/styles\/print\.css/u);
});

test("an upgrade that is still at work is not taken back by another", () => {
  const lock = join(site, ".seogo/upgrade.lock");
  appendFileSync(join(maker, "src/styles/print.css"), "/* at work */\n");
  release(maker, "8.4.1");
  const stood = state(site);
  carryOut(site, upgradeSteps({ site, from: maker }), "8.4.1");
  const carried = state(site);
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname(), began: "", token: "a" }));
  const { status, stderr } = upgrade(site, maker);
  assert.equal(status, 1);
  assert.match(stderr, /upgrade\.lock/u);
  // Nor does any other command run its half of the code.
  const other = run(site, "commands/doctor.ts");
  assert.deepEqual([other.status, other.stdout], [1, ""]);
  assert.match(other.stderr, /^업그레이드가 진행 중입니다\..*upgrade\.lock 파일을 지우세요\.\n$/u);
  assert.deepEqual(state(site), carried);
  rmSync(lock);
  putBack(site);
  assert.deepEqual(state(site), stood);
});

test("an upgrade killed among its writes is taken back by the next command, which the code of two versions cannot run", () => {
  const stood = state(site);
  for (const module of ["src/text/words.ts", "src/text/setup.mjs"]) appendFileSync(join(maker, module), "\n");
  release(maker, "8.5.0");
  // After a start of the machine the process id that the lock names may be another's.
  const reused = JSON.stringify({ pid: process.pid, host: hostname(), began: "1", token: "a" });
  for (const words of [["commands/doctor.ts"], ["commands/upgrade.ts", maker, "--dry-run"], undefined]) {
    carryOut(site, upgradeSteps({ site, from: maker }), "8.5.0");
    if (existsSync("/proc/self/stat")) writeFileSync(join(site, ".seogo/upgrade.lock"), reused);
    for (const module of ["src/text/words.ts", "src/text/setup.mjs"]) rmSync(join(site, module));
    const { status, stdout, stderr } = words ? run(site, ...words) : start(site);
    assert.equal(status, words ? 0 : 1, stdout + stderr);
    assert.match(stderr, /^지난번에 멈춘 업그레이드를 되돌렸습니다\.$/mu);
    assert.deepEqual(state(site), stood);
  }
});
