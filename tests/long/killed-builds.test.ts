import { test } from "node:test";
import { assertWholeAfterKills, assertWholeAfterSteps } from "../site/kills.ts";

test("a build killed at any of 50 instants leaves the whole old site", () => assertWholeAfterKills(50));

test(
  "a build killed before any of seven changes on the disk leaves the old site or the new one",
  assertWholeAfterSteps,
);
