import { test } from "node:test";
import { assertWholeAfterKills } from "./kills.ts";

test("a build killed at any of 3 instants leaves the whole old site", () => assertWholeAfterKills(3));
