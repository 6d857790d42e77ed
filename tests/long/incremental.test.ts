import { test } from "node:test";
import { kindsOfEdit } from "../site/edits.ts";
import { assertLaw } from "../site/law.ts";
import { roundsFrom, seedFrom } from "./rounds.ts";

const rounds = 10;
const sequences = Math.ceil(roundsFrom(200) / rounds);
const first = seedFrom();

for (let seed = first; seed < first + sequences; seed += 1) {
  const named = `${String(rounds)} rounds of ${String(kindsOfEdit.length)} kinds of edit from seed ${String(seed)}`;
  test(`the law of incremental builds, ${named}`, () => assertLaw(seed, rounds));
}
