import { test } from "node:test";
import { assertServed } from "../site/hostile-build.ts";
import { roundsFrom, seedFrom } from "./rounds.ts";

const first = seedFrom();
const last = first + roundsFrom(20);

for (let seed = first; seed < last; seed += 1) {
  test(`hostile posts from seed ${String(seed)} fail by name or are served`, () => assertServed(seed, 200));
}
