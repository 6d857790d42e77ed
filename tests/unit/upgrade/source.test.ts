import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder, write } from "../temporary.ts";

test("where a version cannot be brought, git's and tar's own words say why, and a missing program is named", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "no.tar.gz": "no archive", "repository/.git/HEAD": "" });
  const said = (given: string, environment: NodeJS.ProcessEnv = {}) => {
    const words = [join(folder, given), join(folder, "new")].map((word) => JSON.stringify(word)).join(", ");
    const bring = `import { versionFolder } from "#tools/upgrade/source.ts"; versionFolder(${words});`;
    const env = { ...process.env, LC_ALL: "C", ...environment };
    return spawnSync(process.execPath, ["--input-type=module", "-e", bring], { env, encoding: "utf8" }).stderr;
  };
  assert.match(said("repository"), /^fatal: .*repository/mu);
  assert.match(said("no.tar.gz"), /^(?:bsd)?tar: /mu);
  for (const [given, program] of [
    ["repository", "git"],
    ["no.tar.gz", "tar"],
  ] as const) {
    const without = said(given, { PATH: folder, LC_ALL: "en" });
    assert.match(without, new RegExp(`${program} is not installed`, "u"));
  }
});
