import { test } from "node:test";
import { assertLaw } from "./law.ts";

// Many rounds are in tests/long.
test("after random edits an incremental build has published what a fresh build makes, byte for byte", () => {
  assertLaw(13, 1);
});
