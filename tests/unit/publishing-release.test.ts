import assert from "node:assert/strict";
import { chmodSync, existsSync, readdirSync, realpathSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { publish, releases, rollBack } from "#tools/publish/release.ts";
import { readRecord, saveRecord } from "#tools/place/tree.ts";
import { contents, write } from "./temporary.ts";
import { denseBytes, now, scene, words } from "./publishing-scene.ts";

test("a release has every file, with compressed copies that say the same", async (context) => {
  const { build, target, publishNow } = scene(context);
  const dense = denseBytes(800);
  await build({ "가/index.html": words("하나"), "small.txt": "a", "a.png": "x".repeat(999), "dense.txt": dense });
  assert.equal((await publishNow()).length, 4);
  const names = Object.keys(contents(target));
  assert.deepEqual(names, [
    "a.png",
    "dense.txt",
    "small.txt",
    "가/index.html",
    "가/index.html.br",
    "가/index.html.gz",
    "가/index.html.zst",
  ]);
  const packed = (ending: string) => readFileSync(join(target, `가/index.html.${ending}`));
  for (const text of [brotliDecompressSync(packed("br")), gunzipSync(packed("gz")), zstdDecompressSync(packed("zst"))])
    assert.equal(text.toString(), words("하나"));
  assert.equal(statSync(join(target, "가/index.html.br")).mtimeMs, statSync(join(target, "가/index.html")).mtimeMs);
});

test("a server of another user reads all that is published, whatever the umask and what stood there before", async (context) => {
  const { build, from, target } = scene(context);
  const before = process.umask(0o077);
  context.after(() => process.umask(before));
  const [site, server] = [{ "글/2026/a.html": words("하나"), "b.html": words("둘") }, join(target, "../../server")];
  const publishHidden = async () => {
    process.umask(0o077);
    write(server, { "nginx-http.conf": "map" });
    await build(site);
    process.umask(0o077);
    return publish({ from, server, target, keep: 3, now });
  };
  const all = () => [dirname(target), from].flatMap((folder) => [folder, ...below(folder)]);
  const below = (folder: string) =>
    readdirSync(folder, { encoding: "utf8", recursive: true }).map((path) => join(folder, path));
  const isHidden = (path: string) => (statSync(path).mode & (statSync(path).isDirectory() ? 0o55 : 0o44)) === 0;
  assert.equal((await publishHidden()).length, 2);
  assert.deepEqual(all().filter(isHidden), []);
  for (const path of all().toReversed()) if (path !== dirname(target)) chmodSync(path, statSync(path).mode & 0o700);
  assert.deepEqual(await publishHidden(), []);
  assert.deepEqual(
    all().filter((path) => isHidden(path) && !path.includes("releases/1")),
    [],
  );
});

test("a compressed copy that the site brought with it is never served in a file's place, also when nothing changes", async (context) => {
  const { build, target, publishNow } = scene(context);
  await build({ "a.html": words("하나"), "a.html.br": "x", "small.svg": "<svg/>", "small.svg.gz": "x" });
  for (let time = 0; time < 2; time++) {
    await publishNow();
    const names = Object.keys(contents(target)).filter((name) => !name.endsWith(".zst"));
    assert.equal(existsSync(join(target, "small.svg.gz")), false);
    if (names.includes("a.html.br"))
      assert.equal(brotliDecompressSync(readFileSync(join(target, "a.html.br"))).toString(), words("하나"));
  }
});

test("a compressed copy that another put there, wrote over or deleted since is not taken over", async (context) => {
  const { build, target, publishNow } = scene(context);
  const site = { "a.html": words("하나"), "b.html": words("둘"), "small.svg": "<svg/>" };
  await build(site);
  await publishNow();
  rmSync(join(target, "b.html.gz"));
  write(target, { "a.html.br": "x", "small.svg.br": "x" });
  await build({ ...site, "c.txt": "새 글" });
  assert.deepEqual(await publishNow(), ["c.txt"]);
  assert.equal(brotliDecompressSync(readFileSync(join(target, "a.html.br"))).toString(), words("하나"));
  assert.equal(gunzipSync(readFileSync(join(target, "b.html.gz"))).toString(), words("둘"));
  assert.equal(existsSync(join(target, "small.svg.br")), false);
});

test("copies of which a version before noted nothing are taken over where they hold what their file does", async (context) => {
  const { build, target, publishNow } = scene(context);
  const site = { "a.html": words("하나"), "b.html": words("둘") };
  await build(site);
  await publishNow();
  const releases = `${target}.releases`;
  const noted = Object.entries(readRecord(releases)).filter(([, [kind]]) => kind !== "copy");
  saveRecord(releases, Object.fromEntries(noted));
  const before = statSync(join(target, "a.html.br")).ino;
  write(target, { "b.html.gz": "x" });
  await build({ ...site, "c.txt": "새 글" });
  await publishNow();
  assert.equal(statSync(join(target, "a.html.br")).ino, before);
  assert.equal(gunzipSync(readFileSync(join(target, "b.html.gz"))).toString(), words("둘"));
});

test("what has not changed keeps file, time and copies; what has is newer", async (context) => {
  const { build, target, publishNow } = scene(context);
  await build({ "a.html": words("하나"), "b.html": words("둘") });
  await publishNow();
  const before = ["a.html", "a.html.br", "b.html"].map((path) => statSync(join(target, path)));
  await build({ "a.html": words("하나"), "b.html": words("셋") });
  assert.deepEqual(await publishNow(), ["b.html"]);
  const after = ["a.html", "a.html.br", "b.html"].map((path) => statSync(join(target, path)));
  assert.deepEqual([after[0]?.ino, after[1]?.ino], [before[0]?.ino, before[1]?.ino]);
  assert.ok((after[2]?.mtimeMs ?? 0) > (before[2]?.mtimeMs ?? 0));
  assert.equal(brotliDecompressSync(readFileSync(join(target, "b.html.br"))).toString(), words("셋"));
});

test("releases stay for going back, up to the number kept", async (context) => {
  const { build, target, publishNow } = scene(context);
  for (const text of ["1", "2", "3", "4"]) {
    await build({ "a.txt": text });
    await publishNow(3);
  }
  assert.deepEqual(releases(target), [2, 3, 4]);
  assert.equal(rollBack(target), 3);
  assert.deepEqual(contents(realpathSync(target)), { "a.txt": "3" });
  assert.equal(rollBack(target), 2);
  assert.equal(rollBack(target), undefined);
  assert.deepEqual(contents(realpathSync(target)), { "a.txt": "2" });
  await build({ "a.txt": "5" });
  await publishNow(3);
  assert.deepEqual(contents(realpathSync(target)), { "a.txt": "5" });
});

test("what is published again unchanged takes the place of its like, so that going back leads to what was before", async (context) => {
  const { build, from, target } = scene(context);
  const server = join(target, "../../server");
  const publishWith = (served: string) => {
    write(server, { "nginx-http.conf": served });
    return publish({ from, server, target, keep: 3, now });
  };
  await build({ "a.html": words("하나"), "b.html": "b" });
  await publishWith("map");
  await build({ "a.html": words("하나") });
  for (let times = 0; times < 4; times++) assert.deepEqual(await publishWith("map"), []);
  assert.deepEqual(releases(target), [1, 5]);
  // What servers read may change alone.
  await publishWith("new map");
  assert.deepEqual(releases(target), [1, 5, 6]);
  assert.deepEqual([rollBack(target), rollBack(target)], [5, 1]);
  assert.deepEqual(Object.keys(contents(target)).slice(-1), ["b.html"]);
});

test("a publication that fails leaves the old release, and nothing half-made", async (context) => {
  const { build, target, publishNow } = scene(context);
  await build({ "a.txt": "1" });
  await publishNow();
  rmSync(join(target, "../../dist"), { recursive: true });
  await assert.rejects(publishNow());
  assert.deepEqual(contents(target), { "a.txt": "1" });
  assert.equal(existsSync(`${target}.releases/next`), false);
  utimesSync(target, 1, 1);
  await build({ "a.txt": "2" });
  await publishNow();
  assert.deepEqual(contents(target), { "a.txt": "2" });
});
