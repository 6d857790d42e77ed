import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { pointTo, recover, replaceTree, targetOf } from "#tools/build/replace.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";

const now = Date.UTC(2026, 0, 1);

test("unchanged files are links that keep their time, changed ones are newer copies, gone ones go", (context) => {
  const folder = temporaryFolder(context);
  const [from, place] = [join(folder, "staging"), join(folder, "dist")];
  const replace = (at: number) => replaceTree({ from, place, work: join(folder, "work"), now: at });
  mkdirSync(join(folder, "work"));
  write(from, { "가/index.html": "하나", "나.css": "둘", "다.txt": "셋" });
  assert.deepEqual([...replace(now)].sort(), ["가/index.html", "나.css", "다.txt"]);
  const before = { page: statSync(join(place, "가/index.html")), style: statSync(join(place, "나.css")) };
  assert.equal(before.page.mtimeMs, now);

  write(from, { "가/index.html": "하나", "나.css": "둘!" });
  rmSync(join(from, "다.txt"));
  assert.deepEqual(replace(now), ["나.css"]);
  const after = { page: statSync(join(place, "가/index.html")), style: statSync(join(place, "나.css")) };
  assert.equal(after.page.ino, before.page.ino);
  assert.equal(after.page.mtimeMs, before.page.mtimeMs);
  assert.ok(after.style.mtimeMs > before.style.mtimeMs);
  assert.deepEqual(contents(place), { "가/index.html": "하나", "나.css": "둘!" });

  writeFileSync(join(from, "가/index.html"), "하나 더");
  assert.deepEqual(contents(place)["가/index.html"], "하나", "writing in staging never reaches the site");
});

test("a site touched by hand is made whole again", (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  write(plan.from, { "a.html": "가나다" });
  replaceTree(plan);
  writeFileSync(join(plan.place, "a.html"), "다나가");
  assert.deepEqual(replaceTree(plan), ["a.html"]);
  assert.deepEqual(contents(plan.place), { "a.html": "가나다" });
});

test("any sequence of edits leaves the place equal to the staging folder", (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  const path = fc.constantFrom("가.html", "a/나.html", "a/b/c.css", "d/index.html");
  const edits = fc.array(fc.record({ path, text: fc.option(fc.constantFrom("", "하나", "둘들", "셋")) }), {
    maxLength: 4,
  });
  mkdirSync(plan.from);
  fc.assert(
    fc.property(edits, (steps) => {
      for (const { path: file, text } of steps) {
        if (text === null) rmSync(join(plan.from, file), { force: true });
        else write(plan.from, { [file]: text });
      }
      replaceTree(plan);
      assert.deepEqual(contents(plan.place), contents(plan.from));
    }),
    { numRuns: 60 },
  );
});

test("a failure half-way leaves the place as it was", (context) => {
  const folder = temporaryFolder(context);
  const plan = { from: join(folder, "staging"), place: join(folder, "dist"), work: folder, now };
  write(plan.from, { "a.html": "1" });
  replaceTree(plan);
  write(plan.from, { "a.html": "2", "b.html": "3" });
  symlinkSync("nowhere", join(plan.from, "z.html"));
  assert.throws(() => replaceTree(plan));
  assert.deepEqual(contents(plan.place), { "a.html": "1" });
  assert.equal(existsSync(`${plan.place}.next`), false);
});

test("a process killed between two renames is fixed", (context) => {
  const place = join(temporaryFolder(context), "dist");
  write(`${place}.last`, { "a.html": "1" });
  recover(place);
  assert.deepEqual(contents(place), { "a.html": "1" });
});

test("a link is moved in one step and never replaces a real folder", (context) => {
  const folder = temporaryFolder(context);
  write(folder, { "rel/1/a": "1", "rel/2/a": "2", "real/a": "3" });
  pointTo(join(folder, "rel/1"), join(folder, "live"));
  pointTo(join(folder, "rel/2"), join(folder, "live"));
  assert.equal(targetOf(join(folder, "live")), join(folder, "rel/2"));
  assert.deepEqual(contents(join(folder, "live")), { a: "2" });
  assert.throws(() => pointTo(join(folder, "rel/1"), join(folder, "real")));
  assert.equal(targetOf(join(folder, "real")), undefined);
});
