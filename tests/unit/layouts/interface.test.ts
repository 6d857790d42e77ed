import assert from "node:assert/strict";
import { test } from "node:test";
import { englishDay, interfaceText } from "#text/interface.ts";

const words = (language: "ko" | "en") =>
  Object.values(interfaceText(language)).flatMap((value) => (typeof value === "function" ? [] : value));

test("Korean words leave no particle open and no English behind", () => {
  for (const word of words("ko")) assert.doesNotMatch(word, /[을를이가은는]\([을를이가은는]\)|[a-z]{2,}/u);
});

test("no two links of the interface share their words", () => {
  for (const language of ["ko", "en"] as const) assert.equal(new Set(words(language)).size, words(language).length);
});

test("counts are said as each language says them", () => {
  const [ko, en] = [interfaceText("ko"), interfaceText("en")];
  assert.deepEqual([ko.postCount(12), en.postCount(1), en.postCount(12)], ["글 12편", "1 post", "12 posts"]);
  assert.deepEqual([ko.month(6), en.month(6), ko.minutes(3)], ["6월", "June", "읽는 데 3분"]);
  assert.equal(englishDay("2026-01-02"), "2 January 2026");
});
