import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { cachedStamps, filesToMake, forgetPages, savePageKeys } from "#cache/page-keys.ts";
import { stampOf } from "#cache/stamp.ts";
import { temporaryFolder, write } from "../temporary.ts";

/** A site of three pages that one build has made: `c.html` shows what no key stands for. */
function built(context: TestContext) {
  const root = temporaryFolder(context);
  const memory = { outDir: join(root, "out"), folder: join(root, "keys"), code: "1" };
  const make = (keys: Readonly<Record<string, string | undefined>>, code = "1") => {
    const candidates = Object.entries(keys).map(([file, key]) => ({ file, key }));
    return filesToMake({ ...memory, code }, "/[...path]", candidates).map(({ file }) => file);
  };
  const keys = { "a.html": "a", "b.html": "b", "c.html": undefined };
  assert.deepEqual(make(keys), Object.keys(keys));
  write(memory.outDir, { "a.html": "a", "b.html": "b", "c.html": "c", "rss.xml": "r" });
  const files = [...Object.keys(keys), "rss.xml"];
  const save = (anew: readonly string[] = []) =>
    savePageKeys(memory, new Map(files.map((file) => [file, !anew.includes(file)])));
  return { ...memory, make, keys, save };
}

test("a page is made again where its key, its file, the code or the assets are others, and only then", (context) => {
  const { make, keys, save, outDir } = built(context);
  assert.deepEqual(save(), new Set(["a.html", "b.html", "c.html", "rss.xml"]));
  assert.deepEqual(make(keys), ["c.html"]);
  assert.deepEqual(make({ ...keys, "b.html": "other" }), ["b.html", "c.html"]);
  save();
  write(outDir, { "a.html": "written by another" });
  assert.deepEqual(make(keys), ["a.html", "b.html", "c.html"]);
  save();
  assert.deepEqual(make(keys), ["c.html"]);
  rmSync(join(outDir, "b.html"));
  assert.deepEqual(make(keys), ["b.html", "c.html"]);
  write(outDir, { "b.html": "b" });
  save();
  assert.deepEqual(make(keys, "2"), Object.keys(keys));
  save();
  write(outDir, { "assets/a.css": "" });
  assert.deepEqual(make(keys, "2"), Object.keys(keys));
});

test("a build that ends half-way leaves what it had to make to the next one", (context) => {
  const { make, keys, save } = built(context);
  assert.deepEqual(make(keys), Object.keys(keys));
  save();
  const edited = { ...keys, "a.html": "other" };
  assert.deepEqual(make(edited), ["a.html", "c.html"]);
  assert.deepEqual(make(edited), ["a.html", "c.html"]);
});

test("a page that is forgotten, or that is not to be used again, is made by the next build", (context) => {
  const { make, keys, save, folder } = built(context);
  save(["a.html"]);
  assert.deepEqual(make(keys), ["a.html", "c.html"]);
  save();
  forgetPages(folder, []);
  assert.deepEqual(make(keys), ["c.html"]);
  forgetPages(folder, ["b.html"]);
  assert.deepEqual(make(keys), ["b.html", "c.html"]);
});

test("every file of a build has its stamp as it was written, also where other programs change it later", (context) => {
  const { save, outDir, folder } = built(context);
  const written = stampOf(`${outDir}/rss.xml`);
  save();
  write(outDir, { "rss.xml": "changed" });
  assert.equal(cachedStamps(folder).get("rss.xml"), written);
  assert.deepEqual([...cachedStamps(folder).keys()].sort(), ["a.html", "b.html", "c.html", "rss.xml"]);
});
