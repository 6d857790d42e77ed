import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { lock } from "#tools/place/lock.ts";
import { failureMessages } from "#messages/failure.ts";
import { checkPlace, publish, releases, rollBack } from "#tools/publish/release.ts";
import { killedBefore } from "./killed-before.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";
import { seeded } from "../random.ts";

const script = fileURLToPath(new URL("../fixtures/publishing/publish-now.ts", import.meta.url));
const now = Date.UTC(2026, 0, 1);

test("a publication killed at any instant leaves one whole release, and the next one succeeds", async (context) => {
  await seeded(6, (shares) => assertWholeAfter(shares, context));
});

/** Killed at given shares of the time it takes. */
async function assertWholeAfter(shares: readonly number[], context: TestContext) {
  const folder = temporaryFolder(context);
  const [from, target] = [join(folder, "dist"), join(folder, "site")];
  const pages = (text: string) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}/index.html`, text.repeat(40)]));
  const plain = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(".html")));
  write(from, pages("처음"));
  await publish({ from, target, keep: 3, now });
  let standing = contents(target);
  for (const [kill, share] of shares.entries()) {
    write(from, pages(`${kill}번째`));
    const child = spawn(process.execPath, [script, from, target], { stdio: "ignore" });
    const closed = new Promise((resolve) => child.once("close", resolve));
    // The first runs to its end, so that a script that cannot run at all is seen.
    await Promise.race([closed, ...(kill === 0 ? [] : [setTimeout(40 + share * 400)])]);
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
}

test("killed before anything that it writes, renames or links a publication leaves the old site or the new one, each with server files, and the next is right", async (context) => {
  const folder = temporaryFolder(context);
  const [from, server, target] = [join(folder, "dist"), join(folder, "own"), join(folder, "site")];
  const make = (text: string) => {
    write(from, { "a.html": text.repeat(300), "b.txt": text });
    write(server, { "site.caddy": text });
  };
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  make("0");
  await publish({ from, server, target, keep: 3, now });
  const changes = "^(?:cp|rename|symlink|writeFile)Sync ";
  const left: number[] = [];
  for (let [at, ended] = [1, false]; !ended; at += 1) {
    const before = text("site/b.txt");
    const after = String(at);
    make(after);
    const run = spawnSync(process.execPath, [script, from, target, server], killedBefore(changes, at));
    ended = run.status === 0;
    assert.ok(ended || run.signal === "SIGKILL", String(at));
    const stands = text("site/b.txt");
    left.push(stands === after ? 1 : 0);
    assert.ok([before, after].includes(stands), String(at));
    assert.equal(text("site/a.html"), stands.repeat(300), String(at));
    assert.equal(
      brotliDecompressSync(readFileSync(join(target, "a.html.br"))).toString(),
      stands.repeat(300),
      String(at),
    );
    assert.ok([before, after].includes(text("site.server/site.caddy")), String(at));
    await publish({ from, server, target, keep: 3, now });
    assert.deepEqual([text("site/b.txt"), text("site.server/site.caddy")], [after, after], String(at));
  }
  // Up to one change of them all the old site stands, and from then on the new one.
  assert.deepEqual(left, left.toSorted());
  assert.deepEqual(new Set(left), new Set([0, 1]));
});

test("going back brings the server files of that release, and takes the lock", async (context) => {
  const folder = temporaryFolder(context);
  const [from, server, target] = [join(folder, "dist"), join(folder, "own"), join(folder, "site")];
  for (const text of ["1", "2", "3"]) {
    write(from, { "b.txt": text });
    write(server, { "site.caddy": text });
    await publish({ from, server, target, keep: 3, now });
  }
  const texts = () => ["site/b.txt", "site.server/site.caddy"].map((file) => readFileSync(join(folder, file), "utf8"));
  const unlock = lock(`${target}.releases/lock`);
  assert.throws(() => rollBack(target), { name: "Failure" });
  unlock();
  assert.deepEqual(texts(), ["3", "3"]);
  assert.equal(rollBack(target), 2);
  assert.deepEqual(texts(), ["2", "2"]);
  assert.equal(rollBack(target), 1);
  assert.equal(rollBack(target), undefined);
  assert.deepEqual(texts(), ["1", "1"]);
});

test("where no link can be made, as on some disks or without rights, that is told; a try leaves nothing", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { file: "" });
  assert.throws(
    () => checkPlace(join(folder, "file/site")),
    (error: Error) => failureMessages(error)?.[0]?.code === "target-place",
  );
  checkPlace(join(folder, "www/site"));
  assert.deepEqual(readdirSync(join(folder, "www")), []);
});
