import assert from "node:assert/strict";
import { test } from "node:test";
import { nowSpending, rooms, spentByRoom, spentElsewhere, spentToo } from "#cores/spent.ts";
import { spentTable } from "#tools/build/spent-table.ts";

const none = { cpu: 0, wall: 0 };

test("what another thread spent counts for its own part, and the sum stays the process's", () => {
  nowSpending("pages");
  const before = new Map(spentByRoom());
  spentElsewhere(new Map([["proof", { cpu: 5, wall: 9 }]]));
  const after = spentByRoom();
  assert.equal((after.get("proof") ?? none).cpu - (before.get("proof") ?? none).cpu, 5);
  const { user, system } = process.cpuUsage();
  const sum = [...after.values()].reduce((all, { cpu }) => all + cpu, 0);
  assert.ok(sum > 0 && sum <= (user + system) / 1e6);
});

test("what was spent elsewhere while this process waited is joined without counting the wait twice", () => {
  const before = new Map(spentByRoom());
  const after = spentToo(new Map([["render", { cpu: 3, wall: 2 }]]));
  const grown = (room: "render" | "start", key: "cpu" | "wall") =>
    (after.get(room) ?? none)[key] - (before.get(room) ?? none)[key];
  assert.deepEqual([grown("render", "cpu"), grown("render", "wall")], [3, 2]);
  assert.ok(Math.abs(grown("start", "wall") + 2) < 1);
});

test("the table names every part with its time, its share and the sum", () => {
  const spent = new Map([
    ["start", { cpu: 1, wall: 2 }],
    ["render", { cpu: 3, wall: 2.5 }],
  ] as const);
  const table = spentTable(spent, "ko").split("\n");
  assert.equal(table.length, rooms.length + 2);
  assert.equal(table[1], "     1.0    25%      2.0  시작과 Astro(번들)");
  assert.equal(table[3], "     3.0    75%      2.5  본문 만들기");
  assert.equal(table.at(-1), "     4.0   100%      4.5  모두");
  assert.match(spentTable(spent, "en"), /rendering bodies\n/u);
});
