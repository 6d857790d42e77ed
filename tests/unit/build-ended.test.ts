import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSite } from "#tools/build/build-site.ts";
import { said } from "#text/words.ts";
import { temporaryFolder, write } from "./temporary.ts";

test("a build that the system ended says that memory may be out, one that was stopped does not", async (context) => {
  const root = temporaryFolder(context);
  for (const [ends, failed] of [
    ["process.exit(1)", "build"],
    ["process.exit(134)", "memory"],
    ['process.kill(process.pid, "SIGKILL")', "memory"],
    ['process.kill(process.pid, "SIGABRT")', "memory"],
    ['process.kill(process.pid, "SIGTERM")', "killed"],
  ] as const) {
    write(root, { "tools/build/astro.mjs": `${ends}; setInterval(() => {}, 1000);` });
    assert.deepEqual(await buildSite({ root, now: 0 }), { failed }, ends);
  }
  assert.match(said("failed-memory", {}, "ko"), /SEOGO_CORES=1/u);
});
