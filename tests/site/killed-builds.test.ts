import { test } from "node:test";
import { assertWholeAfterKills } from "./kills.ts";

test("a build killed at any of 5 instants leaves the whole old site", () => assertWholeAfterKills(5));
