import { test } from "node:test";
import { assertWholeAfterKills } from "../site/kills.ts";

test("a build killed at any of 50 instants leaves the whole old site", () => assertWholeAfterKills(50));
