import { test } from "node:test";
import { assertWholeAfterKills } from "./kills.ts";

test("a build killed at either of 2 instants leaves the whole old site", () => assertWholeAfterKills(2));
