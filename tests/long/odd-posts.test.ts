import { test } from "node:test";
import { assertOddPosts } from "../site/odd-posts.ts";
import { roundsFrom, seedFrom } from "./rounds.ts";

const seed = seedFrom();

test(`odd posts from seed ${String(seed)} build, stand in map and feeds, and hidden ones nowhere`, () => {
  for (let round = 0; round < roundsFrom(3); round += 1) assertOddPosts(seed + round);
});
