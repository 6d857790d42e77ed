import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { setupSaid } from "#text/setup.mjs";
import { root } from "../../../commands/setup/run.mjs";

test("a command that the system ended says that memory may be out, one that was stopped does not", () => {
  for (const [ends, isOut] of [
    ["process.exit(1)", false],
    ["process.exit(134)", true],
    ['process.kill(process.pid, "SIGKILL")', true],
    ['process.kill(process.pid, "SIGTERM")', false],
  ] as const) {
    const command = [process.execPath, ["-e", `${ends}; setInterval(() => {}, 1000);`]];
    const code = `import { run } from "./commands/setup/run.mjs"; await run(...${JSON.stringify(command)});`;
    const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(stderr, isOut ? `${setupSaid("memory")}\n` : "", ends);
  }
});
