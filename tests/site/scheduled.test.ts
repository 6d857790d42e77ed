import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
  const isOut = (name: string) => existsSync(join(target, `posts/${name}/index.html`));
  const publishAt = (time: string) => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(`2026-01-01T${time}+09:00`) / 1000) };
    const words = ["commands/publish.ts", target, "--due"];
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
  assert.deepEqual(publishAt("20:59"), { said: "", releases: [1], out: false });
  const { releases: second, out: now } = publishAt("21:00");
  assert.deepEqual([second, now, isOut("내릴")], [[1, 2], true, false]);
  assert.match(readFileSync(join(`${target}.server`, "nginx-http.conf"), "utf8"), /내릴\/\\ngone/u);
  // It was never published here.
  assert.doesNotMatch(readFileSync(join(`${target}.server`, "nginx-http.conf"), "utf8"), /끝난/u);
  assert.deepEqual(publishAt("21:05"), { said: "", releases: [1, 2], out: true });
});
