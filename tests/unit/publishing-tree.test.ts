import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs, {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { recover, replaceTree } from "#tools/place/replace.ts";
import { Failure } from "#messages/failure.ts";
import { pointTo, targetOf } from "#tools/publish/release.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";
import { assertHolds } from "../random.ts";

const now = Date.UTC(2026, 0, 1);

test("unchanged files are links that keep their time, changed ones are newer copies, gone ones go", async (context) => {
  const folder = temporaryFolder(context);
  const [from, place] = [join(folder, "staging"), join(folder, "dist")];
  const replace = (at: number) => replaceTree({ from, place, work: join(folder, "work"), now: at });
  mkdirSync(join(folder, "work"));
  write(from, { "가/index.html": "하나", "나.css": "둘", "다.txt": "셋" });
  assert.deepEqual([...(await replace(now))].sort(), ["가/index.html", "나.css", "다.txt"]);
  const before = { page: statSync(join(place, "가/index.html")), style: statSync(join(place, "나.css")) };
  assert.equal(before.page.mtimeMs, now);

  write(from, { "가/index.html": "하나", "나.css": "둘!" });
  rmSync(join(from, "다.txt"));
  assert.deepEqual(await replace(now), ["나.css"]);
  const after = { page: statSync(join(place, "가/index.html")), style: statSync(join(place, "나.css")) };
  assert.equal(after.page.ino, before.page.ino);
  assert.equal(after.page.mtimeMs, before.page.mtimeMs);
  assert.ok(after.style.mtimeMs > before.style.mtimeMs);
  assert.deepEqual(contents(place), { "가/index.html": "하나", "나.css": "둘!" });

  writeFileSync(join(from, "가/index.html"), "하나 더");
  assert.deepEqual(contents(place)["가/index.html"], "하나", "writing in staging never reaches the site");
});

test("a site touched by hand is made whole again", async (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  write(plan.from, { "a.html": "가나다" });
  await replaceTree(plan);
  writeFileSync(join(plan.place, "a.html"), "다나가");
  assert.deepEqual(await replaceTree(plan), ["a.html"]);
  assert.deepEqual(contents(plan.place), { "a.html": "가나다" });
});

test("any sequence of edits leaves the place equal to the staging folder", async (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  const path = fc.constantFrom("가.html", "a/나.html", "a/b/c.css", "d/index.html");
  const edits = fc.array(fc.record({ path, text: fc.option(fc.constantFrom("", "하나", "둘들", "셋")) }), {
    maxLength: 4,
  });
  mkdirSync(plan.from);
  await assertHolds(
    fc.asyncProperty(edits, async (steps) => {
      for (const { path: file, text } of steps) {
        if (text === null) rmSync(join(plan.from, file), { force: true });
        else write(plan.from, { [file]: text });
      }
      await replaceTree(plan);
      assert.deepEqual(contents(plan.place), contents(plan.from));
    }),
    60,
  );
});

test("a place that may not be moved away stays as it was, and is named", (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: join(folder, "work"), now };
  write(folder, { "staging/a.html": "2", "dist/a.html": "1", "work/b": "" });
  // Root may move anything, so that it does this as another.
  const other = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (other.uid !== undefined)
    for (const path of ["", "staging", "dist", "work"]) chownSync(join(folder, path), other.uid, other.gid);
  chmodSync(plan.place, 0o555);
  const module = new URL("../../tools/place/replace.ts", import.meta.url).href;
  const words = [
    "--input-type=module",
    "-e",
    `await (await import("${module}")).replaceTree(${JSON.stringify(plan)});`,
  ];
  const { status, stderr } = spawnSync(process.execPath, words, { ...other, encoding: "utf8" });
  chmodSync(plan.place, 0o755);
  assert.deepEqual(contents(plan.place), { "a.html": status === 0 ? "2" : "1" }, stderr);
  if (status !== 0) assert.ok(stderr.includes(`'${plan.place}'`), stderr);
});

test("a failure half-way leaves the place as it was", async (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  write(plan.from, { "a.html": "1" });
  await replaceTree(plan);
  write(plan.from, { "a.html": "2", "b.html": "3" });
  symlinkSync("nowhere", join(plan.from, "z.html"));
  await assert.rejects(replaceTree(plan));
  assert.deepEqual(contents(plan.place), { "a.html": "1" });
  assert.equal(existsSync(`${plan.place}.next`), false);
});

test("many files are placed on several cores as on one", async (context) => {
  const folder = temporaryFolder(context);
  const from = join(folder, "staging");
  const names = Array.from({ length: 2300 }, (_, index) => `${index % 40}/글 ${index}.html`);
  write(from, Object.fromEntries(names.map((name) => [name, name])));
  const cores = process.env["SEOGO_CORES"];
  context.after(() => {
    if (cores === undefined) delete process.env["SEOGO_CORES"];
    else process.env["SEOGO_CORES"] = cores;
  });
  for (const [number, many] of ["1", "3"].entries()) {
    process.env["SEOGO_CORES"] = many;
    const plan = { from, place: join(folder, `dist${number}`), work: join(folder, `work${number}`), now };
    mkdirSync(plan.work);
    assert.deepEqual([...(await replaceTree(plan))].sort(), [...names].sort());
    assert.deepEqual(contents(plan.place), contents(from));
    assert.deepEqual(await replaceTree(plan), []);
    const sources = new Map(names.map((name) => [name, name === "7/글 7.html" ? "another" : ""]));
    await assert.rejects(replaceTree({ ...plan, sources }), /changed after its proof/u);
    assert.deepEqual(contents(plan.place), contents(from));
  }
});

test("a process killed between two renames is fixed", async (context) => {
  const place = join(temporaryFolder(context), "dist");
  write(`${place}.last`, { "a.html": "1" });
  recover(place);
  assert.deepEqual(contents(place), { "a.html": "1" });
});

test("where the new site cannot take its place, the old one stands there again and the new one is gone", async (context) => {
  const folder = temporaryFolder(context);
  const [from, place] = [join(folder, "staging"), join(folder, "dist")];
  const plan = { from, place, work: join(folder, "work"), now };
  mkdirSync(plan.work);
  write(from, { "a.html": "1" });
  await replaceTree(plan);
  write(from, { "a.html": "2" });
  const { renameSync } = fs;
  context.mock.method(fs, "renameSync", (old: string, name: string) => {
    if (old === `${place}.next`) throw Object.assign(new Error("no room"), { code: "ENOSPC" });
    renameSync(old, name);
  });
  syncBuiltinESMExports();
  await assert.rejects(replaceTree(plan), /no room/u);
  context.mock.restoreAll();
  syncBuiltinESMExports();
  assert.deepEqual(contents(place), { "a.html": "1" });
  assert.equal(existsSync(`${place}.next`), false);
  write(`${place}.last`, { "b.html": "of a killed build" });
  write(join(plan.work, "spare"), { "c.html": "older still" });
  assert.deepEqual(await replaceTree(plan), ["a.html"]);
  assert.deepEqual([contents(place), contents(join(plan.work, "spare"))], [{ "a.html": "2" }, { "a.html": "1" }]);
  assert.equal(existsSync(`${place}.last`), false);
});

test("a link in the place of the folder is told of, and what lies behind it left alone", async (context) => {
  const folder = temporaryFolder(context);
  const [from, place, work] = ["from", "dist", "work"].map((name) => join(folder, name)) as [string, string, string];
  write(from, { "index.html": "새것" });
  write(join(folder, "www"), { "index.html": "옛것" });
  symlinkSync(join(folder, "www"), place, "junction");
  await assert.rejects(replaceTree({ from, place, work, now }), { name: "Failure", message: /dist/u });
  assert.equal(lstatSync(place).isSymbolicLink(), true);
  assert.deepEqual(contents(place), { "index.html": "옛것" });
});

test("a link is moved in one step and never replaces a real folder", async (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "rel/1/a": "1", "rel/2/a": "2", "real/a": "3" });
  pointTo(join(folder, "rel/1"), join(folder, "live"));
  pointTo(join(folder, "rel/2"), join(folder, "live"));
  assert.equal(targetOf(join(folder, "live")), join(folder, "rel/2"));
  assert.deepEqual(contents(join(folder, "live")), { a: "2" });
  assert.throws(() => pointTo(join(folder, "rel/1"), join(folder, "real")), Failure);
  assert.equal(targetOf(join(folder, "real")), undefined);
});
