import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { letterIcon } from "#outputs/draw-card.ts";
import { iconsOf, markLetters } from "#outputs/mark.ts";

test("a mark is letters, a file or nothing, and the icons follow it", () => {
  for (const [settings, mark, icons] of [
    [{}, "", { icon: "/favicon.svg", touch: "/mark.png" }],
    [{ mark: "/img/logo.svg" }, "", { icon: "/img/logo.svg", touch: "/mark.png" }],
    [{ mark: "느린" }, "느린", { icon: "/mark.svg", touch: "/mark.png" }],
    [{ mark: false }, "", {}],
  ] as const) {
    const site = defineSite(settings);
    assert.equal(markLetters(site), mark);
    assert.deepEqual(iconsOf(site), icons);
  }
  for (const wrong of ["다섯글자다", "<b>", "/logo.png", ""]) assert.throws(() => defineSite({ mark: wrong }));
});

test("letters stand as outlines inside their icon", async () => {
  for (const letters of ["글", "느린", "느린길", "느린개발"]) {
    const icon = await letterIcon(letters, "#123456");
    const [, outlines = ""] = /<path fill="#faf7f0" d="([^"]+)"/u.exec(icon) ?? [];
    const numbers = [...outlines.matchAll(/-?\d+(?:\.\d+)?/gu)].map(([number]) => Number(number));
    assert.ok(numbers.length > 20, letters);
    assert.ok(Math.min(...numbers) > 0 && Math.max(...numbers) < 32, letters);
    assert.equal(await letterIcon(letters, "#123456"), icon);
  }
});
