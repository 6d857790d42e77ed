import { test } from "node:test";
import { assertLaw } from "../site/law.ts";

const sequences = Number(process.env["SEOGO_SEQUENCES"] ?? 500);

for (let seed = 2; seed < 2 + sequences; seed += 1) {
  test(`the law of incremental builds, sequence ${seed}`, () => assertLaw(seed, 1));
}
