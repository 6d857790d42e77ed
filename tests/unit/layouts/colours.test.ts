import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const tokens = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
const schemes = { light: 0, dark: 1 } as const;

/** A token's colour as `light-dark(#light, #dark)` states it in the first rule that does. */
function colour(role: string, scheme: keyof typeof schemes): string {
  const pair = new RegExp(`--${role}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`, "u").exec(tokens);
  return pair?.[schemes[scheme] + 1] ?? assert.fail(`no colour for ${role}`);
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

for (const scheme of ["light", "dark"] as const) {
  for (const [role, ground, least] of [
    ["ink", "paper", 7],
    ["ink", "shade", 7],
    ["soft", "paper", 4.5],
    ["soft", "shade", 4.5],
    ["seal", "paper", 4.5],
    ["seal", "shade", 4.5],
    ["indigo", "shade", 4.5],
    ["pine", "shade", 4.5],
  ] as const) {
    test(`${role} on ${ground} reaches ${String(least)}:1 in the ${scheme} scheme`, () => {
      const ratio = contrast(colour(role, scheme), colour(ground, scheme));
      assert.ok(ratio >= least, `${ratio.toFixed(2)}:1`);
    });
  }
}
