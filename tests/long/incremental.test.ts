import { test } from "node:test";
import { assertLaw } from "../site/law.ts";

const rounds = 10;
const sequences = Math.ceil(Number(process.env["SEOGO_SEQUENCES"] ?? 500) / rounds);

for (let seed = 2; seed < 2 + sequences; seed += 1) {
  test(`the law of incremental builds, ${rounds} edit sequences from seed ${seed}`, () => assertLaw(seed, rounds));
}
