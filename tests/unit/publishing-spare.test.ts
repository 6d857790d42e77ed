import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { recover, replaceTree } from "#tools/place/replace.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";
import { assertHolds } from "../random.ts";

/** A site that has been built twice, so that a spare tree waits. */
async function scene(context: TestContext) {
  const folder = temporaryFolder(context);
  const plan = {
    from: join(folder, "staging"),
    place: join(folder, "dist"),
    work: join(folder, "work"),
    now: Date.UTC(2026, 0, 1),
  };
  mkdirSync(plan.work);
  write(plan.from, { "가/index.html": "하나", "나/다/a.css": "둘", "라.txt": "셋" });
  await replaceTree(plan);
  write(plan.from, { "라.txt": "셋!" });
  await replaceTree(plan);
  const spare = join(plan.work, "spare");
  assert.deepEqual(contents(spare)["라.txt"], "셋");
  const isWhole = () => assert.deepEqual(contents(plan.place), contents(plan.from));
  return { ...plan, spare, isWhole, replace: () => replaceTree(plan) };
}

test("an edit makes one file anew; all others are the same files in both trees, and folders stay", async (context) => {
  const { from, place, spare, replace, isWhole } = await scene(context);
  const folder = statSync(join(spare, "나/다")).ino;
  const style = statSync(join(place, "나/다/a.css"));
  write(from, { "가/index.html": "하나 더" });
  assert.deepEqual(await replace(), ["가/index.html"]);
  isWhole();
  assert.equal(statSync(join(place, "나/다")).ino, folder, "the spare took the place");
  const after = statSync(join(place, "나/다/a.css"));
  assert.deepEqual([after.ino, after.mtimeMs], [style.ino, style.mtimeMs]);
  assert.equal(
    statSync(join(place, "라.txt")).ino,
    statSync(join(spare, "라.txt")).ino,
    "brought up to date by a link",
  );
  assert.deepEqual(await replace(), []);
  isWhole();
});

test("deleted and renamed files leave nothing behind in either tree", async (context) => {
  const { from, place, replace, isWhole } = await scene(context);
  renameSync(join(from, "나"), join(from, "마"));
  rmSync(join(from, "라.txt"));
  assert.deepEqual(await replace(), ["마/다/a.css"]);
  isWhole();
  assert.equal(existsSync(join(place, "나")), false);
  write(from, { 나: "파일이 된 폴더", "라.txt": "셋" });
  rmSync(join(from, "가/index.html"));
  write(from, { "가/index.html/깊이.txt": "폴더가 된 파일" });
  await replace();
  isWhole();
});

const tampering: Readonly<Record<string, (tree: string) => void>> = {
  "a file written over, its size and time kept": (tree) => {
    const file = join(tree, "나/다/a.css");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "셋");
    utimesSync(file, atime, mtime);
  },
  "a file replaced": (tree) => {
    rmSync(join(tree, "가/index.html"));
    writeFileSync(join(tree, "가/index.html"), "하낙");
  },
  "a file cut short": (tree) => writeFileSync(join(tree, "가/index.html"), ""),
  "a file deleted": (tree) => rmSync(join(tree, "라.txt")),
  "a folder deleted": (tree) => rmSync(join(tree, "나"), { recursive: true }),
  "files added": (tree) => write(tree, { "덤.html": "덤", "나/덤/덤.html": "덤" }),
  "a file that became a folder": (tree) => {
    rmSync(join(tree, "라.txt"));
    write(tree, { "라.txt/a": "1" });
  },
  "a link in the place of a file": (tree) => {
    renameSync(join(tree, "라.txt"), join(tree, "../밖.txt"));
    symlinkSync("../밖.txt", join(tree, "라.txt"));
  },
  "a link in the place of a folder": (tree) => {
    renameSync(join(tree, "나"), join(tree, "../밖"));
    symlinkSync("../밖", join(tree, "나"));
  },
  "other rights": (tree) => chmodSync(join(tree, "라.txt"), 0o600),
  "all gone": (tree) => rmSync(tree, { recursive: true }),
  "a file in the tree's place": (tree) => {
    rmSync(tree, { recursive: true });
    writeFileSync(tree, "파일");
  },
};

for (const [name, tamper] of Object.entries(tampering)) {
  test(`a spare touched by hand is never trusted: ${name}`, async (context) => {
    const { spare, replace, isWhole } = await scene(context);
    tamper(spare);
    await replace();
    isWhole();
    await replace();
    isWhole();
  });
  if (name.startsWith("a file in")) continue;
  test(`a site touched by hand is made whole, at once and after the next change of places: ${name}`, async (context) => {
    const { place, replace, isWhole } = await scene(context);
    tamper(place);
    await replace();
    isWhole();
    await replace();
    isWhole();
  });
}

test("a link in a spare never leads a deletion out of it", async (context) => {
  const { spare, replace, isWhole } = await scene(context);
  const outside = join(spare, "../../밖");
  write(outside, { "귀한.txt": "남의 것" });
  symlinkSync(outside, join(spare, "길"));
  rmSync(join(spare, "나"), { recursive: true });
  symlinkSync(outside, join(spare, "나"));
  await replace();
  isWhole();
  assert.deepEqual(contents(outside), { "귀한.txt": "남의 것" });
});

test("what a build killed at any step left is taken over", async (context) => {
  const { from, place, spare, replace, isWhole } = await scene(context);
  write(from, { "가/index.html": "둘째" });
  renameSync(spare, `${place}.next`);
  writeFileSync(join(`${place}.next`, "가/index.html"), "둘");
  recover(place);
  await replace();
  isWhole();
  write(from, { "가/index.html": "셋째" });
  renameSync(spare, `${place}.next`);
  renameSync(place, `${place}.last`);
  recover(place);
  assert.equal(contents(place)["가/index.html"], "둘째");
  await replace();
  isWhole();
  renameSync(spare, `${place}.last`);
  rmSync(join(from, "..", "work", "tree.json"));
  await replace();
  isWhole();
  for (const left of [".next", ".last"]) assert.equal(existsSync(`${place}${left}`), false);
});

test("trees without links, as on disks that have none, are copied and right", async (context) => {
  const { from, place, spare, replace, isWhole } = await scene(context);
  for (const tree of [place, spare])
    for (const [path, text] of Object.entries(contents(tree))) {
      rmSync(join(tree, path));
      writeFileSync(join(tree, path), text);
    }
  write(from, { "가/index.html": "하나 더" });
  assert.deepEqual(await replace(), ["가/index.html"]);
  isWhole();
});

test("any sequence of edits, tampering and lost records leaves the place equal to the staging folder", async (context) => {
  const { from, place, spare, work, replace, isWhole } = await scene(context);
  const path = fc.constantFrom("가.html", "a/나.html", "a/b/c.css", "d/index.html");
  const text = fc.option(fc.constantFrom("", "하나", "둘들", "셋"));
  const step = fc.record({ where: fc.constantFrom("staging", "staging", "dist", "spare", "record"), path, text });
  const folders = { staging: from, dist: place, spare, record: "" };
  await assertHolds(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), async (steps) => {
      for (const { where, path: file, text: words } of steps) {
        if (where === "record") rmSync(join(work, "tree.json"), { force: true });
        else if (words !== null) write(folders[where], { [file]: words });
        else rmSync(join(folders[where], file), { force: true });
      }
      await replace();
      isWhole();
      assert.equal(readFileSync(join(place, "라.txt"), "utf8"), "셋!");
    }),
    100,
  );
});
