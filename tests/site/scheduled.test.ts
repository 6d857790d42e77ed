import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { releases } from "#tools/publish/release.ts";
import { layOut } from "./sites.ts";

test("publish --due publishes at the hour of a post, and changes nothing before and after", () => {
  const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://mine.example/", title: "나" });
`;
  const folder = layOut({ name: "scheduled", posts: {}, settings });
  const target = join(folder, "www");
  mkdirSync(join(folder, "src/content/posts"), { recursive: true });
  const post = (name: string, date: string) =>
    writeFileSync(join(folder, `src/content/posts/${name}.md`), `---\ntitle: ${name}\ndate: ${date}\n---\n글\n`);
  post("먼저", "2026-01-01 08:00");
  post("예약", "2026-01-01 21:00");
  post("끝난", "2025-12-01 08:00\nexpiryDate: 2025-12-31");
  post("내릴", "2025-12-01 08:00\nexpiryDate: 2026-01-01 20:59");
  post("나중에-내릴", "2025-12-01 08:00\nexpiryDate: 2026-01-01 22:00");
  const isOut = (name: string) => existsSync(join(target, `posts/${name}/index.html`));
  const publishAt = (time: string, how = "--due") => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(`2026-01-01T${time}+09:00`) / 1000) };
    const words = ["commands/publish.ts", target, how];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    return {
      said: stdout + stderr,
      releases: releases(target),
      out: isOut("예약"),
    };
  };
  const { releases: first, out } = publishAt("09:00");
  assert.deepEqual([first, out, isOut("내릴")], [[1], false, true]);
  assert.deepEqual(publishAt("20:58"), { said: "", releases: [1], out: false });
  const { releases: second, out: now } = publishAt("21:00");
  assert.deepEqual([second, now, isOut("내릴")], [[1, 2], true, false]);
  assert.match(readFileSync(join(`${target}.server`, "nginx-http.conf"), "utf8"), /내릴\/\\ngone/u);
  // It was never published here.
  assert.doesNotMatch(readFileSync(join(`${target}.server`, "nginx-http.conf"), "utf8"), /끝난/u);
  assert.deepEqual(publishAt("21:05"), { said: "", releases: [1, 2], out: true });
  assert.deepEqual([publishAt("22:00").releases, isOut("나중에-내릴")], [[1, 2, 3], false]);
  assert.deepEqual(publishAt("22:05"), { said: "", releases: [1, 2, 3], out: true });
  // No clock undoes what was taken back.
  assert.match(publishAt("22:10", "--rollback").said, /--due/u);
  publishAt("22:15", "--rollback");
  assert.deepEqual(publishAt("22:20"), { said: "", releases: [1, 2, 3], out: false });
  assert.deepEqual(publishAt("22:25", "--keep=5").releases, [1, 2, 3, 4]);
  post("뒤에", "2026-01-01 22:30");
  assert.deepEqual([publishAt("22:30").releases, isOut("뒤에")], [[1, 2, 3, 4, 5], true]);
});

test("a reverted commit loses no published address: publish writes it into the ledger again, and stops with the line that fixes it until the old address leads on", () => {
  const settings = `import { defineSite } from "./model/site.ts";
export const site = defineSite({ address: "https://mine.example/", title: "나" });
`;
  const folder = layOut({ name: "reverted", posts: {}, settings });
  const [target, ledger] = [join(folder, "www"), join(folder, "src/content/addresses.txt")];
  const post = (name: string, more = "") => {
    mkdirSync(join(folder, "src/content/posts"), { recursive: true });
    writeFileSync(join(folder, `src/content/posts/${name}.md`), `---\ndate: 2026-01-01\n${more}---\n글\n`);
  };
  const publish = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["commands/publish.ts", target], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  post("하나");
  post("둘");
  assert.equal(publish().status, 0);
  rmSync(join(folder, "src/content/posts/둘.md"));
  writeFileSync(ledger, readFileSync(ledger, "utf8").replace("/posts/둘/\n", ""));
  const refused = publish();
  assert.match(refused.said, /없던 1개를 다시[\s\S]*공개했던 주소 \/posts\/둘\//u);
  assert.match(refused.said, /\/posts\/둘\/ — .*npm run remove[\s\S]*aliases: \["\/posts\/둘\/"\]/u);
  assert.deepEqual([refused.status, existsSync(join(target, "posts/둘/index.html"))], [1, true]);
  post("셋", "aliases: [/posts/둘/]\n");
  assert.deepEqual([publish().status, readFileSync(ledger, "utf8").includes("\n/posts/둘/\n")], [0, true]);
  const redirects = readFileSync(join(target, "_redirects"), "utf8");
  assert.ok(redirects.includes(`${encodeURI("/posts/둘/")} ${encodeURI("/posts/셋/")} 301`), redirects);
});
