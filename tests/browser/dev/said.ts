import assert from "node:assert/strict";
import { test } from "node:test";
import { dev } from "./sitting.ts";

test("the terminal speaks Korean, without a stack", () => {
  const foreign = dev
    .said()
    .split("\n")
    .filter((line) => /[A-Za-z]{3}/u.test(line) && !/[가-힣]/u.test(line) && !/^ {4}\S/u.test(line));
  assert.deepEqual(foreign, []);
  const own = dev
    .said()
    .replace(
      /(?:Footer|Part|mine|go)\.astro|Astro\.(?:session|cookies)|docs\.astro\.build|astro\.config\.mjs|Astro(?:가|로| 설정)/gu,
      "",
    );
  assert.doesNotMatch(own, /\n\s+at |astro|vite/iu);
});
