import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { publish, rollBack } from "#tools/publish/release.ts";
import { contents, write } from "./temporary.ts";
import { now, scene, words } from "./publishing-scene.ts";

test("a link to another's folder is left alone", async (context) => {
  const { build, target, publishNow } = scene(context);
  await build({ "a.txt": "하나" });
  write(`${target}-other`, { "a.txt": "하나" });
  symlinkSync(`${target}-other`, target);
  await assert.rejects(publishNow(), { name: "Failure" });
  assert.equal(readlinkSync(target), `${target}-other`);
});

test("a folder with other files is left alone, an empty one is taken", async (context) => {
  const { build, target, publishNow } = scene(context);
  await build({ "a.txt": "1" });
  write(target, { "mine.txt": "내 것" });
  await assert.rejects(publishNow(), /이미 다른 파일이 있습니다|holds other files/u);
  assert.deepEqual(contents(target), { "mine.txt": "내 것" });
  rmSync(target, { recursive: true });
  mkdirSync(target);
  await publishNow();
  assert.deepEqual(contents(target), { "a.txt": "1" });
});

test("a target on another file system gets whole releases, goes back, and brings nothing of the first disk with it", async (context) => {
  const { build, from } = scene(context);
  // On Linux a file system in memory, never that of the disk.
  const other = mkdtempSync(join(process.platform === "linux" ? "/dev/shm" : tmpdir(), "seogo-"));
  context.after(() => rmSync(other, { recursive: true, force: true }));
  const target = join(other, "www/site");
  for (const text of ["하나", "둘", "둘"]) {
    await build({ "a/index.html": words(text), "b.txt": text });
    await publish({ from, target, keep: 3, now });
    assert.equal(readFileSync(join(target, "b.txt"), "utf8"), text);
    assert.equal(brotliDecompressSync(readFileSync(join(target, "a/index.html.br"))).toString(), words(text));
  }
  if (process.platform === "linux") assert.notEqual(statSync(other).dev, statSync(from).dev);
  rollBack(target);
  rollBack(target);
  assert.equal(readFileSync(join(target, "b.txt"), "utf8"), "하나");
});

test("a target that cannot be written stays as it is, and the error names it", async (context) => {
  const { build, from, target, publishNow } = scene(context);
  await build({ "a.txt": "하나" });
  await publishNow();
  await build({ "a.txt": "둘" });
  const folder = `${target}.releases`;
  chmodSync(folder, 0o555);
  // Who may do everything is stopped by nothing but a system's own folder.
  const isRoot = process.getuid?.() === 0 && process.platform === "linux";
  const closed = isRoot ? "/sys/seogo/site" : target;
  await assert.rejects(publish({ from, target: closed, keep: 3, now }), (error: NodeJS.ErrnoException) => {
    assert.match(String(error.code), /^(?:EACCES|EPERM|EROFS)$/u);
    assert.ok(String(error.path).startsWith(isRoot ? "/sys/seogo" : folder));
    return true;
  });
  chmodSync(folder, 0o755);
  assert.equal(readFileSync(join(target, "a.txt"), "utf8"), "하나");
});
