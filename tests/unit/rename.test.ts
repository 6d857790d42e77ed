import assert from "node:assert/strict";
import { test } from "node:test";
import { rename } from "#cache/rename.ts";

/** A rename that fails with each of the codes given in turn, then works. */
function failing(...codes: string[]) {
  const tried: [string, string][] = [];
  const attempt = (from: unknown, to: unknown) => {
    tried.push([String(from), String(to)]);
    const code = codes[tried.length - 1];
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  return { tried, attempt };
}

test("a rename is tried again while something holds the file", () => {
  const { tried, attempt } = failing("EPERM", "EBUSY", "EACCES");
  rename("a", "b", attempt);
  assert.deepEqual(tried, Array(4).fill(["a", "b"]));
});

test("what waiting cannot fix is thrown at once, what it could at the end", () => {
  const missing = failing("ENOENT");
  assert.throws(() => rename("a", "b", missing.attempt), { code: "ENOENT" });
  assert.equal(missing.tried.length, 1);
  const held = failing(...Array<string>(20).fill("EPERM"));
  assert.throws(() => rename("a", "b", held.attempt), { code: "EPERM" });
  assert.equal(held.tried.length, 9);
});
