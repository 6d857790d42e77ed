import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { digests } from "../snapshot.ts";
import { edit, folder, put } from "./site.ts";

test("astro build and then prove make the same site where a host calls Astro itself; a script and lost data stop it", () => {
  const standing = digests(join(folder, "dist"));
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8", ASTRO_TELEMETRY_DISABLED: "1" };
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  const built = run("node_modules/astro/bin/astro.mjs", "build");
  assert.equal(built.status, 0, built.stderr);
  const proved = run("commands/prove.ts", "dist");
  assert.equal(proved.status, 0, proved.stderr);
  assert.deepEqual(digests(join(folder, "dist")), standing);
  writeFileSync(join(folder, "dist/app.js"), "alert(1)");
  const refused = run("commands/prove.ts", "dist");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /app\.js/u);
  const loader =
    'import { file } from "astro/loaders";\nexport const collections = {\n  people: defineCollection({ loader: file("src/people.json") }),';
  put(folder, "src/people.json", "[{");
  edit("src/content.config.ts", "export const collections = {", loader);
  const lost = run("node_modules/astro/bin/astro.mjs", "build");
  assert.equal(lost.status, 1, lost.stdout);
  assert.match(lost.stderr, /src\/people\.json — /u);
});
