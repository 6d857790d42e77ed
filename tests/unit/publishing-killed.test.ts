import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { publish, releases } from "#tools/publish/release.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";

const script = fileURLToPath(new URL("../fixtures/publishing/publish-now.ts", import.meta.url));
const now = Date.UTC(2026, 0, 1);

test("a publication killed at any moment leaves one whole release, and the next one succeeds", async (context) => {
  const folder = temporaryFolder(context);
  const [from, target] = [join(folder, "dist"), join(folder, "site")];
  const pages = (text: string) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}/index.html`, text.repeat(40)]));
  const plain = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(".html")));
  write(from, pages("처음"));
  await publish({ from, target, keep: 3, now });
  let standing = contents(target);
  for (let kill = 0; kill < 6; kill++) {
    write(from, pages(`${kill}번째`));
    const child = spawn(process.execPath, [script, from, target], { stdio: "ignore" });
    const closed = new Promise((resolve) => child.once("close", resolve));
    // The first runs to its end, so that a script that cannot run at all is seen.
    await Promise.race([closed, ...(kill === 0 ? [] : [setTimeout(40 + Math.random() * 400)])]);
    child.kill("SIGKILL");
    await closed;
    const found = contents(target);
    if (kill === 0) assert.notEqual(found["0/index.html"], standing["0/index.html"]);
    if (found["0/index.html"] === standing["0/index.html"]) assert.deepEqual(found, standing, `kill ${kill}`);
    else assert.deepEqual(plain(found), pages(`${kill}번째`), `kill ${kill}`);
    standing = found;
  }
  await publish({ from, target, keep: 3, now });
  assert.deepEqual(plain(contents(target)), contents(from));
  assert.ok(releases(target).length <= 3);
});
