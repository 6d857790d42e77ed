import { test } from "node:test";
import { assertLaw } from "./law.ts";

test("after two rounds of random edits an incremental build has published what a fresh build makes, byte for byte", () => {
  assertLaw(1, 2);
});
