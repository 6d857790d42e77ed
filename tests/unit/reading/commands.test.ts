import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { post, temporarySite } from "./temporary-site.ts";

const commands = fileURLToPath(new URL("../../../commands", import.meta.url));

function run(root: string, given: readonly [command: "doctor" | "new", ...options: string[]], lang = "ko_KR.UTF-8") {
  const [command, ...options] = given;
  const env = { ...process.env, LC_ALL: "", LANG: lang, SOURCE_DATE_EPOCH: "1795316400", SEOGO_ROOT: root };
  return spawnSync(process.execPath, [`${commands}/${command}.ts`, ...options], { env, encoding: "utf8" });
}

test("doctor: nothing wrong ends well and says what waits", (context) => {
  const root = temporarySite(context, {
    "src/content/posts/글.md": post(),
    "src/content/posts/뒤.md": "---\ntitle: 뒤\ndate: 2099-01-01\n---\n",
  });
  const { status, stdout } = run(root, ["doctor"]);
  assert.equal(status, 0);
  assert.match(stdout, /‘뒤’: 2099-01-01에 나옵니다/u);
  assert.match(stdout, /글과 페이지 2개를 살펴보았습니다\. 고칠 곳이 없습니다\./u);
});

const broken = {
  "src/content/posts/글.md": "---\ntitle: 제목: 부제\ndate: 2020-06-01\n---\n",
  "src/content/posts/가.md": "---\ntitle: 가\n---\n",
};

test("doctor: mistakes end badly, in Korean or English, with the line as it should be", (context) => {
  const root = temporarySite(context, broken);
  const korean = run(root, ["doctor"]);
  assert.equal(korean.status, 1);
  assert.match(korean.stdout, /글\.md:2:8 {2}title — .+ — 값 전체를 따옴표로 감싸세요\n {4}title: "제목: 부제"/u);
  assert.match(korean.stdout, /글과 페이지 2개를 살펴보았습니다\.\n$/u);
  const english = run(root, ["doctor"], "en_US.UTF-8");
  assert.match(english.stdout, /1 to fix\n.*글\.md:2:8 {2}title — The value holds/u);
  assert.doesNotMatch(english.stdout.replace(/글|가|제목|부제/gu, ""), /\p{Script=Hangul}/u);
});

test("doctor --json is for editors, --strict counts warnings, an unknown option is refused", (context) => {
  const root = temporarySite(context, broken);
  const found = JSON.parse(run(root, ["doctor", "--json"]).stdout) as {
    file: string;
    line: number;
    code: string;
    what: string;
    fix: string;
  }[];
  assert.deepEqual(
    found.map(({ file, line, code }) => [file, line, code]),
    [
      ["src/content/posts/가.md", 1, "date-missing"],
      ["src/content/posts/글.md", 2, "yaml-needs-quotes"],
    ],
  );
  assert.ok(found.every(({ what, fix }) => what !== "" && fix !== ""));
  const warned = temporarySite(context, { "src/content/posts/가.md": broken["src/content/posts/가.md"] });
  assert.equal(run(warned, ["doctor"]).status, 0);
  assert.equal(run(warned, ["doctor", "--strict"]).status, 1);
  assert.equal(run(root, ["doctor", "--jsn"]).status, 1);
});

test("doctor --text adds what is doubtful in bodies", (context) => {
  const root = temporarySite(context, { "src/content/posts/글.md": post("", "첫 줄\n\n![없음](없음.png)\n") });
  assert.doesNotMatch(run(root, ["doctor"]).stdout, /없음\.png/u);
  assert.match(run(root, ["doctor", "--text"]).stdout, /글\.md:7:1 {2}본문 — .*없음\.png/u);
  const second = "---\ntitle: 글\ndate: 2020-06-01\n---\n\n본문\n메모.\n---\n";
  const twice = temporarySite(context, { "src/content/posts/글.md": post("", second) });
  // Of a second front matter once, though it makes a heading too; of another heading as ever.
  const lines = run(twice, ["doctor", "--text"]).stdout.match(/(?<=글\.md:)\d+:1 {2}\S+/gu);
  assert.deepEqual(lines, ["5:1  글", "10:1  본문"]);
});

test("doctor --fix shows first and writes only when told", (context) => {
  const file = "src/content/posts/글.md";
  const source = post().replace("2020-06-01", "2020.6.1").replaceAll("\n", "\r\n");
  const root = temporarySite(context, { [file]: source });
  const shown = run(root, ["doctor", "--fix"]);
  assert.match(shown.stdout, /줄 끝을 LF로 바꿉니다\.\n {2}3\n {2}- date: 2020\.6\.1\n {2}\+ date: 2020-06-01/u);
  assert.equal(readFileSync(`${root}/${file}`, "utf8"), source);
  run(root, ["doctor", "--fix", "--yes"]);
  assert.equal(readFileSync(`${root}/${file}`, "utf8"), post());
  assert.match(run(root, ["doctor", "--fix"]).stdout, /저절로 고칠 수 있는 곳이 없습니다/u);
});

test("doctor --fix, answered late, loses no word that was saved meanwhile", { timeout: 60_000 }, async (context) => {
  const file = (name: string) => `src/content/posts/${name}.md`;
  const source = post().replace("2020-06-01", "2020.6.1");
  const names = ["그대로", "뒤에", "앞에", "없앤"];
  const root = temporarySite(context, Object.fromEntries(names.map((name) => [file(name), source])));
  const env = { ...process.env, LANG: "ko_KR.UTF-8", SOURCE_DATE_EPOCH: "1795316400", SEOGO_ROOT: root };
  const terminal = "data:text/javascript,process.stdin.isTTY=true";
  const doctor = spawn(process.execPath, ["--import", terminal, `${commands}/doctor.ts`, "--fix"], { env });
  for (let said = ""; !said.includes("고칠까요");) said += String((await once(doctor.stdout, "data"))[0]);
  writeFileSync(`${root}/${file("뒤에")}`, `${source}더 씀\n`);
  writeFileSync(`${root}/${file("앞에")}`, source.replace("---\n", "---\ntags: [더]\n"));
  rmSync(`${root}/${file("없앤")}`);
  doctor.stdin.end("y\n");
  assert.match(await text(doctor.stdout), /파일 2개를 고쳤습니다/u);
  const [standing, after, before] = names.slice(0, 3).map((name) => readFileSync(`${root}/${file(name)}`, "utf8"));
  assert.deepEqual([standing, after], [post(), `${post()}더 씀\n`]);
  assert.match(before ?? "", /tags: \[더\]/u);
  assert.deepEqual(
    readdirSync(`${root}/src/content/posts`).sort(),
    names
      .slice(0, 3)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

test("doctor --fix loses no word of a post where the disk is full", (context) => {
  const file = "src/content/posts/글.md";
  const source = post().replace("2020-06-01", "2020.6.1") + "한 줄입니다.\n".repeat(20_000);
  const root = temporarySite(context, { [file]: source });
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795316400", SEOGO_ROOT: root };
  // Blocks of 512 or 1,024 bytes.
  const words = ["-c", 'ulimit -f 200; exec "$@"', "sh", process.execPath, `${commands}/doctor.ts`, "--fix", "--yes"];
  assert.notEqual(spawnSync("sh", words, { env }).status, 0);
  assert.equal(readFileSync(`${root}/${file}`, "utf8"), source);
  assert.deepEqual(readdirSync(`${root}/src/content/posts`), ["글.md"]);
});

test("new writes a post once and never over another", (context) => {
  const root = temporarySite(context, {});
  const first = run(root, ["new", "첫", "글"]);
  assert.equal(first.status, 0);
  assert.match(first.stdout, /src\/content\/posts\/첫-글\.md/u);
  const written = readFileSync(`${root}/src/content/posts/첫-글.md`, "utf8");
  assert.match(written, /^---\n# .+\ntitle: "첫 글"\n# .+\ndate: 2026-11-22\n/u);
  assert.equal(run(root, ["doctor"]).status, 0);
  const second = run(root, ["new", "첫 글"]);
  assert.equal(second.status, 1);
  assert.equal(readFileSync(`${root}/src/content/posts/첫-글.md`, "utf8"), written);
  assert.equal(run(root, ["new"]).status, 1);
  run(root, ["new", "Hello"], "en_US.UTF-8");
  const english = readFileSync(`${root}/src/content/posts/hello.md`, "utf8");
  assert.match(english, /^---\n# The title\..+\ntitle: "Hello"\n/u);
  assert.doesNotMatch(english, /\p{Script=Hangul}/u);
});

test("doctor --fix fixes every line that a message shows as it should stand, one mistake behind another too", (context) => {
  const table: [name: string, before: string, after: string][] = [
    ["typo", "title: 가\ndrfat: true\n", "title: 가\ndraft: true\n"],
    ["slip-and-date", "tilte: 가\ndate: 2020.6.1\n", "title: 가\ndate: 2020-06-01\n"],
    ["colon", "title: 가: 나\ndrfat: true\n", 'title: "가: 나"\ndraft: true\n'],
    ["below-another", "title: 가\nextra:\n  note: 나: 다\n", 'title: 가\nextra:\n  note: "나: 다"\n'],
    ["tab", "title: 가\ntags:\n\t- 나\n", "title: 가\ntags:\n  - 나\n"],
    ["comment", "title: 글 #1\n", 'title: "글 #1"\n'],
    ["both", "title: 가\ndraft: false\ndrfat: true\n", "title: 가\ndraft: false\ndrfat: true\n"],
  ];
  const file = (name: string) => `src/content/posts/${name}.md`;
  const root = temporarySite(
    context,
    Object.fromEntries(table.map(([name, before]) => [file(name), `---\n${before}---\n`])),
  );
  assert.match(run(root, ["doctor", "--fix"]).stdout, /- drfat: true\n {2}\+ draft: true/u);
  run(root, ["doctor", "--fix", "--yes"]);
  const after = table.map(([name]) => [name, readFileSync(`${root}/${file(name)}`, "utf8")]);
  assert.deepEqual(
    after,
    table.map(([name, , wanted]) => [name, `---\n${wanted}---\n`]),
  );
});

test("new takes a folder, a date and words for the address; an unknown option or date writes nothing", (context) => {
  const root = temporarySite(context, {});
  const made = run(root, ["new", "첫 글", "--folder", "--date", "2026년 12월 1일 오전 9시", "--slug", "first post"]);
  assert.match(made.stdout, /posts\/first-post\/index\.md\n그림은 src\/content\/posts\/first-post\/에/u);
  const written = readFileSync(`${root}/src/content/posts/first-post/index.md`, "utf8");
  assert.match(written, /\ntitle: "첫 글"\n# .+\ndate: 2026-12-01T09:00:00\+09:00\n/u);
  assert.equal(run(root, ["doctor"]).status, 0);
  assert.match(run(root, ["new", "first post"]).stderr, /이미 있는 파일.*first-post\/index\.md/u);
  assert.match(run(root, ["new", "글", "--date", "내일"]).stderr, /날짜로 읽을 수 없습니다: 내일/u);
  assert.match(
    run(root, ["new", "글", "--fodler"]).stderr,
    /^사용법: [^\n]* \[--folder\] \[--date [\s\S]*\n이 명령에서 쓰지 않는 말이나 옵션입니다: --fodler — /u,
  );
  assert.match(run(root, ["new", "둘째 글", "--slug="]).stdout, /posts\/둘째-글\.md\n/u);
  assert.deepEqual(readdirSync(`${root}/src/content/posts`), ["first-post", "둘째-글.md"]);
});
