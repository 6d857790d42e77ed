import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { killedBefore } from "./killed-before.ts";
import { post, temporarySite } from "./reading/temporary-site.ts";

const command = fileURLToPath(new URL("../../commands/remove.ts", import.meta.url));
const posts = "src/content/posts";
const site = {
  [`${posts}/글.md`]: post('aliases: ["/옛 글/"]'),
  [`${posts}/초고.md`]: post("draft: true"),
  [`${posts}/묶음/index.md`]: post(),
  [`${posts}/묶음/그림/가.png`]: "a",
  [`${posts}/함께/index.md`]: post(),
  [`${posts}/함께/다른.md`]: post(),
  [`${posts}/함께/가.png`]: "a",
  [`${posts}/틀림.md`]: "---\ntitle: 가: 나\n---\n",
  "src/content/replies/묶음.json": "{}",
  "src/content/moves.txt": "/post/1/ /posts/글/\n/post/2/ /posts/묶음/\n",
  "src/content/addresses.txt": "/posts/글/\n/posts/사라짐/\n/posts/초고/\n",
};

/** The site above, and what the command says there; an answer is what a terminal would be needed for. */
function scene(context: Parameters<typeof temporarySite>[0]) {
  const root = temporarySite(context, site);
  const run = (...words: string[]) => runIn(process.env, ...words);
  const runIn = (around: NodeJS.ProcessEnv, ...words: string[]) => {
    const env = { ...around, LC_ALL: "", LANG: "ko_KR.UTF-8", SEOGO_ROOT: root, INIT_CWD: root };
    return spawnSync(process.execPath, [command, ...words], { env, encoding: "utf8" });
  };
  const gone = () => {
    const file = join(root, "src/content/gone.txt");
    return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(1) : [];
  };
  return { run, runIn, gone, stands: (file: string) => existsSync(join(root, posts, file)) };
}

test("a post goes with all addresses that led to it, only after a yes", (context) => {
  const { run, gone, stands } = scene(context);
  const asked = run(`${posts}/글.md`);
  assert.match(
    asked.stdout,
    /지움 +src\/content\/posts\/글\.md\n.*없앰 +\/posts\/글\/.*\n.*\/옛 글\/.*\n.*\/post\/1\//u,
  );
  assert.match(asked.stdout, /--yes/u);
  assert.deepEqual([stands("글.md"), gone()], [true, []]);
  const done = run("글.md", "--yes");
  assert.deepEqual([done.status, /gone\.txt와 함께/u.test(done.stdout)], [0, true]);
  assert.deepEqual([stands("글.md"), gone()], [false, ["/post/1/", "/posts/글/", "/옛 글/"]]);
});

test("a removal killed between two files is finished by the same command", (context) => {
  const { run, runIn, stands } = scene(context);
  const file = `${posts}/묶음/index.md`;
  assert.notEqual(runIn(killedBefore("^rmSync .*(?:묶음/|replies/)", 2).env, file, "--yes").status, 0);
  const { status, stderr } = run(file, "--yes");
  assert.deepEqual([status, stderr], [0, ""]);
  assert.deepEqual([stands("묶음"), stands("../replies/묶음.json")], [false, false]);
});

test("a bundle goes with its pictures and replies; files beside another post stay", (context) => {
  const { run, gone, stands } = scene(context);
  run(`${posts}/묶음/index.md`, "--yes");
  assert.deepEqual([stands("묶음"), stands("../replies/묶음.json")], [false, false]);
  assert.match(run(`${posts}/함께/index.md`, "--yes").stdout, /남김 +src\/content\/posts\/함께\/가\.png/u);
  assert.deepEqual([stands("함께/index.md"), stands("함께/다른.md"), stands("함께/가.png")], [false, true, true]);
  assert.deepEqual(gone(), ["/post/2/", "/posts/묶음/", "/posts/함께/"]);
});

test("an address whose post is gone already, or is a draft again, is noted alone", (context) => {
  const { run, gone, stands } = scene(context);
  run("/posts/사라짐/", "--yes");
  run("posts/초고", "--yes");
  assert.deepEqual([gone(), stands("초고.md")], [["/posts/사라짐/", "/posts/초고/"], true]);
});

test("what cannot be removed is named, and nothing happens", (context) => {
  const { run, gone } = scene(context);
  const table: [string[], RegExp][] = [
    [["없음.md", "--yes"], /찾지 못했습니다: 없음\.md/u],
    [["/posts/글/", "--yes"], /지금도 글이 있습니다.*src\/content\/posts\/글\.md$/mu],
    [["틀림.md", "--yes"], /틀림\.md의 글 정보\(front matter\)를 읽을 수 없어/u],
    [[], /사용법/u],
  ];
  for (const [words, said] of table) {
    const { status, stderr } = run(...words);
    assert.equal(status, 1, words.join(" "));
    assert.match(stderr, said);
  }
  assert.deepEqual(gone(), []);
});
