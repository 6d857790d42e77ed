import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { monthsOf, yearsOf } from "#model/archive.ts";
import { neighboursOf } from "#model/neighbours.ts";
import { inReadingOrder } from "#model/order.ts";
import { catalogue, instant, post } from "./outputs/catalogue.ts";
import { assertHolds } from "../random.ts";

test("every post stands once in its year and month, months newest first, in the order given within one", () => {
  const day = fc.constantFrom(undefined, "2024-12-31", "2025-01-01", "2025-01-02", "2025-11-30", "2026-02-03");
  assertHolds(
    fc.property(fc.array(day), (days) => {
      const posts = days.map((one, index) => post(`글 ${index}`, one === undefined ? {} : { date: instant(one) }));
      const groups = yearsOf(posts).flatMap(({ year, posts: ofYear }) =>
        monthsOf(ofYear).map((month) => ({ year, ...month })),
      );
      const expected = ["2026-02", "2025-11", "2025-01", "2024-12", undefined].flatMap((name) => {
        const own = posts.filter(({ date }) => date?.day.slice(0, 7) === name);
        const [year, month] = name?.split("-").map(Number) ?? [];
        return own.length === 0 ? [] : [{ year, month, posts: own }];
      });
      assert.deepEqual(groups, expected);
    }),
  );
});

test("a series is read by weight, then from the oldest; what has no weight or date stands last", () => {
  const posts = [
    post("날짜-없음"),
    post("새-글", { date: instant("2026-01-02") }),
    post("나", { date: instant("2026-01-01") }),
    post("가", { date: instant("2026-01-01") }),
    post("둘째", { date: instant("2020-01-01"), weight: 2 }),
    post("첫째", { weight: 1 }),
  ];
  const order = posts.toSorted(inReadingOrder).map(({ id }) => id);
  assert.deepEqual(order, ["첫째", "둘째", "가", "나", "새-글", "날짜-없음"]);
});

test("a post's tags stand in its author's order, whatever the order of their list", () => {
  const one = post("하나", { tags: ["나", "다", "가"] });
  const around = neighboursOf(catalogue([one, post("둘", { tags: ["가", "나"] })]))(one);
  assert.deepEqual(
    around?.tags.map(({ label }) => label),
    ["나", "다", "가"],
  );
});
