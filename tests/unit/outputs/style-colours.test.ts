import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { styleColours } from "#outputs/style-colours.ts";

const paper = { light: "#faf7f0", dark: "#1c1916" };

test("theme colours are the paper of the first style sheet that sets one", () => {
  const tokens = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
  for (const [styles, expected] of [
    ["", paper],
    [":root { --paper: white }", { light: "white", dark: "white" }],
    [":root{--paper:light-dark(rgb(1, 2, 3),oklch(20% 0 0));}", { light: "rgb(1, 2, 3)", dark: "oklch(20% 0 0)" }],
    ["/* --paper: red; */ :root { --other: --paper; }", paper],
    [":root { --paper: var(--mine); }", undefined],
  ] as const)
    assert.deepEqual(styleColours("--paper", styles, tokens), expected, styles);
});
