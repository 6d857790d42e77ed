import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, layOut } from "./sites.ts";
import { digests } from "./snapshot.ts";

test("one commit and one day make the same bytes in any folder, time zone and language of the machine", () => {
  const machines = [
    { name: "seoul", TZ: "Asia/Seoul", LC_ALL: "ko_KR.UTF-8" },
    { name: "new-york", TZ: "America/New_York", LC_ALL: "sv_SE.UTF-8" },
    { name: "nowhere", TZ: "Pacific/Kiritimati", LC_ALL: "C" },
  ];
  const first = layOut({ name: "same-bytes" });
  const folders = machines.map(({ name, ...environment }) => ({ folder: `${first}-${name}`, environment }));
  for (const { folder } of folders) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(first, folder, { recursive: true, verbatimSymlinks: true });
  }
  const made = folders.map(({ folder, environment }) => {
    build(folder, environment);
    const found = digests(join(folder, "dist"));
    rmSync(folder, { recursive: true });
    return found;
  });
  assert.ok(Object.keys(made[0] ?? {}).length > 50);
  for (const other of made.slice(1)) assert.deepEqual(other, made[0]);
});
