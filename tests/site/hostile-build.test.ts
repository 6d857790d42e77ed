import { test } from "node:test";
import { assertServed } from "./hostile-build.ts";

test("whatever posts are called and say, the build fails and names them, or each answers at the address that list, feed and map give", () =>
  assertServed(2026, 200));
