import assert from "node:assert/strict";
import { test } from "node:test";
import { newerPackages } from "#tools/upgrade/source.ts";

test("newer versions are told by name, and nothing where npm knew none or could not ask", () => {
  const answer = {
    astro: { current: "7.3.5", wanted: "7.3.5", latest: "8.0.0" },
    zod: { current: "4.6.7", wanted: "4.6.7", latest: "4.6.7" },
    "@astrojs/rss": { wanted: "4.0.19", latest: "4.0.20" },
  };
  assert.deepEqual(newerPackages(JSON.stringify(answer)), ["astro 7.3.5 → 8.0.0", "@astrojs/rss – → 4.0.20"]);
  assert.deepEqual(newerPackages('{ "error": { "code": "ECONNREFUSED", "summary": "", "detail": "" } }'), []);
  assert.deepEqual(newerPackages("{}"), []);
  assert.deepEqual(newerPackages(""), []);
});
