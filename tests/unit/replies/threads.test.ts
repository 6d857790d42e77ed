import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Reply, type Thread, threadsOf } from "#model/replies.ts";
import { assertHolds } from "../../random.ts";

const reply = (id: number, to?: number): Reply => ({
  id: `m:${id}`,
  ...(to !== undefined && { to: `m:${to}` }),
  name: "이름",
  date: new Date(id * 1000).toISOString(),
  html: "",
});

const numbers = (threads: readonly Thread[]): unknown[] =>
  threads.map(({ reply: { id }, answers }) => [Number(id.slice(2)), ...numbers(answers)]);

test("answers to answers stand in the second level in order of time, and those in a circle in the first", () => {
  const chain = [reply(1), reply(2, 1), reply(3, 2), reply(4, 3), reply(5, 1)];
  assert.deepEqual(numbers(threadsOf(chain)), [[1, [2, [3], [4]], [5]]]);
  assert.deepEqual(numbers(threadsOf([reply(1, 2), reply(2, 1), reply(3, 2), reply(4, 4), reply(5, 9)])), [
    [1],
    [2],
    [3],
    [4],
    [5],
  ]);
});

test("every reply stands in one place, however strangers answer each other", () => {
  const graph = fc.array(fc.option(fc.nat(12), { nil: undefined }), { maxLength: 12 });
  assertHolds(
    fc.property(graph, (tos) => {
      const shown = numbers(threadsOf(tos.map((to, id) => reply(id, to))));
      assert.deepEqual(
        (shown.flat(9) as number[]).toSorted((a, b) => a - b),
        tos.map((_, id) => id),
      );
    }),
  );
});

test("a talk of two goes on for twenty thousand replies", () => {
  const [first] = threadsOf(Array.from({ length: 20_000 }, (_, id) => reply(id, id === 0 ? undefined : id - 1)));
  assert.equal(first?.answers[0]?.answers.length, 19_998);
});
