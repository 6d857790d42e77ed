import { test } from "node:test";
import { assertOddPosts } from "./odd-posts.ts";

test("odd posts build, stand in map and feeds, and hidden ones nowhere", () => assertOddPosts(1));
