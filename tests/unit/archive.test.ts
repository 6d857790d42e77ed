import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { archiveOf, yearsOf } from "#model/archive.ts";
import { instant, post } from "./outputs/catalogue.ts";

test("posts by year stand in the order of the archive by year and month", () => {
  const day = fc.constantFrom(undefined, "2024-12-31", "2025-01-01", "2025-01-02", "2025-11-30", "2026-02-03");
  fc.assert(
    fc.property(fc.array(day), (days) => {
      const posts = days.map((one, index) => post(`글 ${index}`, one === undefined ? {} : { date: instant(one) }));
      assert.deepEqual(
        yearsOf(posts),
        archiveOf(posts).map(({ year, months }) => ({ year, posts: months.flatMap((month) => month.posts) })),
      );
    }),
  );
});
