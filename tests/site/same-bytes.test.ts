import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build, distOf, layOut, recipes } from "./sites.ts";
import { digests } from "./snapshot.ts";

test("one commit and one day make the same bytes in any folder, time zone and language of the machine", () => {
  const machines = [
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
  // What this machine's own zone and language made.
  const ours = digests(distOf(recipes.own));
  assert.ok(Object.keys(ours).length > 50);
  for (const other of made) assert.deepEqual(other, ours);
});
