import { test } from "node:test";
import { assertWholeAfterKills } from "./kills.ts";

test("a build killed at any of 5 moments leaves the whole old site", () => assertWholeAfterKills(5));
