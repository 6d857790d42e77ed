import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, fewPosts, layOut, root } from "./sites.ts";

const folder = layOut({ name: "examples", posts: {} });
for (const path of ["examples/pages", ...Object.values(fewPosts)])
  cpSync(join(root, path), join(folder, path), { recursive: true });

function command(name: string, ...words: string[]): string {
  const env = { ...process.env, LC_ALL: "", LANG: "ko_KR.UTF-8", SEOGO_ROOT: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`commands/${name}`, ...words], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

const posts = () => globSync("dist/posts/*/index.html", { cwd: folder }).map((path) => path.split(/[\\/]/u)[2]);

// `same-bytes.test.ts` compares all of them with the same as an owner's.
test("as long as the owner has written nothing the examples are the site", () => {
  assert.match(command("doctor.ts"), /src\/content\/가 비어 있어 예시 글\(examples\/\)을 보입니다/u);
  build(folder);
  assert.ok(posts().includes("첫눈"));
});

test("no address of theirs is written down as the owner's, and no command removes them", () => {
  command("addresses.ts");
  assert.deepEqual(
    globSync("src/content/**/*", { cwd: folder, withFileTypes: true }).filter((one) => one.isFile()),
    [],
  );
  const { status } = spawnSync(process.execPath, ["commands/remove.ts", "examples/posts/첫눈.md", "--yes"], {
    cwd: folder,
  });
  assert.equal(status, 1);
});

test("they are not published at an address of the owner's, in place of posts that went missing", () => {
  const settings = join(folder, "src/site.config.ts");
  const stood = readFileSync(settings, "utf8");
  writeFileSync(settings, stood.replace("https://seogo.example/", "https://mine.example/"));
  const words = ["commands/publish.ts", join(folder, ".seogo/www")];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  writeFileSync(settings, stood);
  assert.equal(status, 1);
  assert.match(stderr, /예시 글뿐입니다/u);
});

test("the owner's first post takes all of them away, is told so, and finds its own pictures and pages alone", () => {
  assert.match(command("new.ts", "나의 첫 글", "--date", "2026-01-02"), /이제 예시 글은 사이트에 나오지 않습니다/u);
  assert.doesNotMatch(command("new.ts", "나의 둘째 글"), /예시 글/u);
  const file = join(folder, "src/content/posts/나의-첫-글.md");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^draft: true\n/mu, ""));
  build(folder);
  assert.deepEqual(posts(), ["나의-첫-글"]);
  assert.deepEqual(globSync("dist/{about,colophon}/**", { cwd: folder }), []);
  const lost = readFileSync(join(folder, "dist/404.html"), "utf8");
  const led = ["all", "categories", "tags", "series"].filter((list) => lost.includes(`href="/${list}/"`));
  assert.deepEqual(led, ["all"], "the page of a lost address leads to no list that holds nothing");
});

test("a site whose posts are gone, but not its ledger, shows none of ours", () => {
  command("addresses.ts");
  rmSync(join(folder, "src/content/posts"), { recursive: true });
  mkdirSync(join(folder, "src/content/posts"));
  writeFileSync(join(folder, "src/content/gone.txt"), readFileSync(join(folder, "src/content/addresses.txt")));
  build(folder);
  assert.deepEqual(posts(), []);
});
