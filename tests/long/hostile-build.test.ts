import { test } from "node:test";
import { assertServed } from "../site/hostile-build.ts";

for (let seed = 1; seed <= 20; seed += 1) {
  test(`hostile posts from seed ${String(seed)} fail by name or are served`, () => assertServed(seed, 200));
}
