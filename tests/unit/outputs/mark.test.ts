import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { iconsOf, letterMark, markOf } from "#outputs/mark.ts";

test("a mark is letters, a file or nothing, and the icons follow it", () => {
  for (const [settings, mark, icons] of [
    [{}, { path: "/favicon.svg" }, { icon: "/favicon.svg", touch: "/apple-touch-icon.png" }],
    [{ mark: "/img/logo.svg" }, { path: "/img/logo.svg" }, { icon: "/img/logo.svg", touch: "/mark.png" }],
    [{ mark: "느린" }, { letters: "느린" }, { icon: "/mark.svg" }],
    [{ mark: false }, undefined, {}],
  ] as const) {
    const site = defineSite(settings);
    assert.deepEqual(markOf(site), mark);
    assert.deepEqual(iconsOf(site), icons);
  }
  for (const wrong of ["다섯글자다", "<b>", "/logo.png", ""]) assert.throws(() => defineSite({ mark: wrong }));
});

test("up to two letters stand in one row, more in two, all inside the icon", () => {
  const rows = (letters: string) =>
    [...letterMark(letters, "#123456").matchAll(/y="([\d.]+)">([^<]+)</gu)].map(([, y, row]) => [Number(y), row]);
  assert.deepEqual(
    rows("글").map(([, row]) => row),
    ["글"],
  );
  assert.deepEqual(
    rows("느린").map(([, row]) => row),
    ["느린"],
  );
  const four = rows("느린개발");
  assert.deepEqual(
    four.map(([, row]) => row),
    ["느린", "개발"],
  );
  assert.ok(four.every(([y]) => Number(y) > 11 && Number(y) < 30));
});
