import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** The one style that they may hold: other colours at night. */
const darkColours = /<style>\s*@media \(prefers-color-scheme: dark\) \{[^@<]*\}\s*<\/style>/u;

test("every SVG of ours is still, self-contained, sized and on its own ground", () => {
  const files = [...globSync("examples/**/*.svg"), "public/favicon.svg"];
  assert.ok(files.length > 1);
  for (const file of files) {
    const source = readFileSync(file, "utf8");
    assert.doesNotMatch(
      source.replace(darkColours, ""),
      /<(?:script|style|foreignObject|image|use|a|animate\w*)\b|\son\w+=|href=|style=|url\(/iu,
      file,
    );
    const [, width, height] =
      /^<svg xmlns="[^"]+" viewBox="0 0 (\d+) (\d+)" width="\1" height="\2">/u.exec(source) ?? [];
    assert.ok(width && height, file);
    const ground = [
      `<rect width="${width}" height="${height}" fill="#`,
      `<path d="M0 0h${width}v${height}H0z" fill="#`,
    ];
    assert.ok(
      ground.some((shape) => source.includes(shape)),
      file,
    );
  }
});
