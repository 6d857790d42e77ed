import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { stampOf } from "#cache/stamp.ts";
import { textStore } from "#cache/store.ts";
import { failing as failingIn } from "./failing.ts";
import { build, layOut } from "./sites.ts";
import { snapshot } from "./snapshot.ts";

const posts = Object.fromEntries(["첫-글.md", "창가의-두-철"].map((name) => [name, `examples/posts/${name}`]));
let folder = "";
let standing = "";

before(() => {
  folder = layOut({ name: "failed", posts });
  build(folder);
  standing = snapshot(join(folder, "dist"));
});

after(() => assert.equal(snapshot(join(folder, "dist")), standing));

/** Builds what must not build; returns what was said, and holds the standing site to its bytes. */
function failing(): string {
  const said = failingIn(folder, ["build"], "ko_KR.UTF-8");
  assert.equal(snapshot(join(folder, "dist")), standing);
  return said;
}

/** Writes a file for as long as a check runs. */
function withFile(path: string, text: string, check: () => void): void {
  writeFileSync(join(folder, path), text);
  try {
    check();
  } finally {
    rmSync(join(folder, path));
  }
}

test("a page kept from the last build but cut short, by its name; the next build makes it anew", () => {
  const staged = join(folder, ".seogo/staging/posts/첫-글/index.html");
  const before = stampOf(staged) ?? "";
  truncateSync(staged, statSync(staged).size >> 1);
  // As if the last build had left it so.
  const keys = join(folder, ".seogo/page-keys");
  const store = textStore(keys, ".files");
  for (const key of store.keys()) store.put(key, (store.get(key) ?? "").replace(before, stampOf(staged) ?? ""));
  assert.match(failing(), /잘린 페이지입니다: posts\/첫-글\/index\.html/u);
  build(folder);
  assert.equal(snapshot(join(folder, "dist")), standing);
});

test("a broken post", () => {
  withFile("src/content/posts/깨진-글.md", "---\ntitle: 깨진 글\ndate: 2026-13-01\n---\n글\n", () =>
    assert.match(failing(), /깨진-글\.md/u),
  );
});

test("a template that throws", () => {
  const layout = join(folder, "src/layouts/ArticlePage.astro");
  const text = readFileSync(layout, "utf8");
  writeFileSync(
    layout,
    text.replace(
      /^---\n/u,
      '---\nif (Astro.url.pathname.includes("two-seasons")) throw new Error("template broke");\n',
    ),
  );
  assert.match(failing(), /^src\/layouts\/ArticlePage\.astro:2:\d+ {2}\/posts\/two-seasons\/ — .*template broke/mu);
  writeFileSync(layout, text);
});

test("a script in a post's picture, then among the owner's files; without them the next build is as before", () => {
  const post = join(folder, "src/content/posts/첫-글.md");
  const text = readFileSync(post, "utf8");
  writeFileSync(post, `${text}\n![그림](/x.svg)\n`);
  withFile("public/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', () =>
    assert.match(failing(), /x\.svg/u),
  );
  writeFileSync(post, text);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  withFile("public/app.js", "alert(1)", () =>
    withFile("public/x.svg", svg, () => {
      const said = failing();
      assert.match(said, /app\.js — /u);
      assert.match(said, /onload/u);
    }),
  );
  build(folder);
  assert.equal(snapshot(join(folder, "dist")), standing);
});

test("a disk that takes no more", () => {
  appendFileSync(join(folder, "src/content/posts/첫-글.md"), "\n덧붙인 문단입니다.\n");
  const full = ["-c", `ulimit -f 16; exec "${process.execPath}" commands/build.ts`];
  const { status, stdout } = spawnSync("/bin/sh", full, { cwd: folder, encoding: "utf8" });
  assert.notEqual(status, 0, stdout);
  assert.equal(snapshot(join(folder, "dist")), standing);
});
