import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const [code, set] = ["code", "tokens"].map((name) =>
  readFileSync(new URL(`../../../src/styles/${name}.css`, import.meta.url), "utf8"),
) as [string, string];
const mixed = /--mark: (color-mix\(in srgb, )var\(--sign, var\(--soft\)\)( \d+%, var\(--shade\)\))/u.exec(code);
/** The grounds of lines that are marked, added or removed, as the styles of code mix them, beside the tokens. */
const lines = Object.entries({ marked: "soft", added: "pine", removed: "seal" }).map(
  ([line, sign]) => `--${line}: ${mixed?.[1] ?? ""}var(--${sign})${mixed?.[2] ?? ""};`,
);
const tokens = set + lines.join("");
const schemes = { light: 0, dark: 1 } as const;

/** A token's colour as `light-dark(#light, #dark)` states it in the first rule that does, or as `color-mix()` mixes it. */
function colour(role: string, scheme: keyof typeof schemes): string {
  const mix = new RegExp(`--${role}: color-mix\\(in srgb, (\\S+) (\\d+)%, var\\(--(\\w+)\\)\\)`, "u").exec(tokens);
  if (mix) {
    const [, part = "", share, ground = ""] = mix;
    const [top, below] = [part.startsWith("#") ? part : colour(part.slice(6, -1), scheme), colour(ground, scheme)];
    const mixedAt = (at: number) => {
      const [one = 0, other = 0] = [top, below].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
      return Math.round((one * Number(share) + other * (100 - Number(share))) / 100);
    };
    return `#${[1, 3, 5].map((at) => mixedAt(at).toString(16).padStart(2, "0")).join("")}`;
  }
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
    ["ink", "glow", 4.5],
    // What code is coloured with, on lines that are marked, added or removed.
    ...["marked", "added", "removed"].flatMap((line) =>
      ["soft", "seal", "indigo", "pine"].map((role) => [role, line, 4.5] as const),
    ),
  ] as const) {
    test(`${role} on ${ground} reaches ${String(least)}:1 in the ${scheme} scheme`, () => {
      const ratio = contrast(colour(role, scheme), colour(ground, scheme));
      assert.ok(ratio >= least, `${ratio.toFixed(2)}:1`);
    });
  }
}

/** How strongly words stand out by APCA 0.1.9, about 0 to 106 in either scheme; each step looks as large as the next. */
function prominence(words: string, ground: string): number {
  const [text, back] = [words, ground].map((hex) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.4);
    const sum = 0.2126729 * r + 0.7151522 * g + 0.072175 * b;
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: APCA's own exponent, no root of two.
    return sum < 0.022 ? sum + (0.022 - sum) ** 1.414 : sum;
  }) as [number, number];
  const [one, other] = back > text ? [back ** 0.56, text ** 0.57] : [text ** 0.62, back ** 0.65];
  return (one - other) * 114 - 2.7;
}

for (const scheme of ["light", "dark"] as const) {
  test(`words are as strong as APCA asks of their size in the ${scheme} scheme`, () => {
    for (const [role, least] of Object.entries({ ink: 75, indigo: 60, pine: 60, soft: 60, seal: 53 })) {
      for (const ground of ["paper", "shade"]) {
        const found = prominence(colour(role, scheme), colour(ground, scheme));
        assert.ok(found >= least, `${role} on ${ground}: ${found.toFixed(1)}`);
      }
    }
  });
}
