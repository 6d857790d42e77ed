import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut } from "./sites.ts";

test("a published post taken back: the build names the command, and passes after it", () => {
  const folder = layOut({ name: "removing", posts: {} });
  const posts = join(folder, "src/content/posts");
  mkdirSync(posts, { recursive: true });
  for (const name of ["하나", "둘"])
    writeFileSync(join(posts, `${name}.md`), `---\ntitle: ${name}\ndate: 2020-06-01\n---\n글\n`);
  build(folder);
  const run = (...words: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  };
  run("commands/addresses.ts");
  rmSync(join(posts, "둘.md"));
  assert.throws(() => build(folder), /npm run remove -- "\/posts\/둘\/"/u);
  writeFileSync(join(posts, "셋.md"), "---\ntitle: 셋\ndate: 2020-06-01\n---\n글\n");
  assert.throws(() => build(folder), /npm run remove -- "\/posts\/둘\/"/u);
  run("commands/addresses.ts");
  // What was never built is promised to nobody.
  assert.doesNotMatch(readFileSync(join(folder, "src/content/addresses.txt"), "utf8"), /셋/u);
  run("commands/remove.ts", "/posts/둘/", "--yes");
  build(folder, { SEOGO_MOVES: "server" });
  assert.match(readFileSync(join(folder, ".seogo/server/nginx-http.conf"), "utf8"), /"=\\n\/posts\/둘\/\\ngone"/u);
  assert.match(readFileSync(join(folder, ".seogo/server/site.caddy"), "utf8"), /"\/posts\/둘\/" "gone"\n/u);
  const redirects = readFileSync(join(folder, "dist/_redirects"), "utf8");
  assert.ok(redirects.includes(`${encodeURI("/posts/둘/")} /404.html 410\n`));
});
