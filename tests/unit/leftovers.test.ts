import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { clearLeftovers } from "#tools/place/leftovers.ts";
import { contents, temporaryFolder, write } from "./temporary.ts";

test("of a folder only the plain files that are asked for stay, with the folders that hold them", (context) => {
  const [folder, others] = [join(temporaryFolder(context), "site"), temporaryFolder(context)];
  assert.deepEqual(clearLeftovers(folder, ["a.html"]), new Set());
  write(others, { "b/c.html": "another's" });
  write(folder, {
    "a.html": "a",
    "b/c.html": "c",
    "b/d.html": "d",
    "b/deep/e.html": "e",
    "f/g.html": "g",
    "h.html/i.html": "i",
    "j/deep/k/l.html": "l",
    left: "left",
  });
  symlinkSync(others, join(folder, "m"));
  symlinkSync(join(others, "b/c.html"), join(folder, "n.html"));
  mkdirSync(join(folder, "empty"));
  const wanted = ["a.html", "b/c.html", "h.html", "j/deep/k/l.html", "j/o.html", "m/b/c.html", "n.html", "left/p.html"];
  assert.deepEqual(clearLeftovers(folder, wanted), new Set(["a.html", "b/c.html", "j/deep/k/l.html"]));
  assert.deepEqual(contents(folder), { "a.html": "a", "b/c.html": "c", "j/deep/k/l.html": "l" });
  assert.deepEqual(contents(others), { "b/c.html": "another's" });
  const link = join(others, "link");
  symlinkSync(folder, link);
  assert.deepEqual(clearLeftovers(link, wanted), new Set());
  assert.deepEqual([contents(link), contents(folder)["a.html"]], [{}, "a"]);
});
