import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertAbsent } from "./hostile-build.ts";
import { distOf, recipes, root } from "./sites.ts";

/** Words of posts that readers may not see yet, and of links to them, with the sources they stand in. */
const marks = {
  own: { words: ["초안-유출-표지-7f3a", "예약-유출-표지-9c1d"], sources: "examples/posts" },
  old: { words: ["묵은-초안-표지-51be", "감춘-주소-표지-2b7d"], sources: "tests/fixtures/posts" },
};

test("no byte of a published site holds a word of a draft or of a post of the future", () => {
  for (const [name, { words, sources }] of Object.entries(marks)) {
    const texts = globSync("**/*.md", { cwd: join(root, sources) }).map((file) =>
      readFileSync(join(root, sources, file), "utf8").normalize("NFC"),
    );
    for (const word of words)
      assert.ok(
        texts.some((text) => text.includes(word)),
        word,
      );
    assertAbsent(distOf(name === "own" ? recipes.own : recipes.old), words);
  }
});
