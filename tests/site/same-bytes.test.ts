import assert from "node:assert/strict";
import { globSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { build, distOf, layOut, recipes } from "./sites.ts";
import { digests } from "./snapshot.ts";

/** Code, in fences or in a line, stays as its author wrote it; all else may come decomposed. */
const code = /(^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)[ \t]*$|`+[^`\n]+`+|^(?:import|export)\b[\s\S]*?(?=\n\n))/gmu;

/** Writes a content tree as macOS does: names, front matter, links and headings with Hangul taken apart. */
function decompose(folder: string): number {
  const paths = globSync("**/*", { cwd: folder }).sort((a, b) => b.length - a.length);
  let changed = 0;
  for (const path of paths) {
    const file = join(folder, path);
    if (statSync(file).isFile() && /\.mdx?$/u.test(path)) {
      const parts = readFileSync(file, "utf8").split(code);
      writeFileSync(file, parts.map((part, index) => (index % 2 === 1 ? part : part.normalize("NFD"))).join(""));
    }
    const name = basename(path).normalize("NFD");
    if (name !== basename(path)) {
      renameSync(file, join(dirname(file), name));
      changed += 1;
    }
  }
  return changed;
}

// All at once, for a build of all examples takes long.
test("one day makes the same bytes in any folder, time zone, language and shell, with Hangul composed or taken apart, of examples as of an owner's posts", () => {
  const apart = layOut({ name: "apart [that is a pattern]" });
  assert.ok(decompose(join(apart, "src/content")) > 3);
  build(apart, { TZ: "Pacific/Kiritimati", LC_ALL: "C", NODE_ENV: "development" });
  // What this machine's own zone and language made.
  const ours = digests(distOf(recipes.own));
  assert.ok(Object.keys(ours).length > 50);
  assert.deepEqual(digests(join(apart, "dist")), ours);
});
