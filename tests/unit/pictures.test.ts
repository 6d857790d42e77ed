import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { card } from "../../commands/pictures/card.ts";
import { icoOf, indexedPng } from "../../commands/pictures/png.ts";
import { riverside } from "../../commands/pictures/riverside.ts";
import { seal, sealSvg } from "../../commands/pictures/seal.ts";
import { painted } from "../../commands/pictures/shapes.ts";

const tiny = { width: 3, height: 2, palette: ["#102030", "#ffffff"], pixels: Uint8Array.of(0, 1, 0, 1, 0, 1) };

test("an indexed PNG holds its size, its palette and its pixels", () => {
  const png = indexedPng(tiny);
  assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [3, 2]);
  const palette = png.indexOf("PLTE") + 4;
  assert.deepEqual([...png.subarray(palette, palette + 6)], [0x10, 0x20, 0x30, 255, 255, 255]);
  const data = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  assert.deepEqual([...rows], [0, 0, 1, 0, 0, 1, 0, 1]);
});

test("an icon file points at the PNG it holds", () => {
  const png = indexedPng(tiny);
  const ico = icoOf(png, 32);
  assert.equal(ico[6], 32);
  assert.equal(ico.readUInt32LE(14), png.length);
  assert.deepEqual(ico.subarray(ico.readUInt32LE(18)), png);
});

test("a painted box covers what lies inside it and leaves the rest", () => {
  const image = painted({
    width: 10,
    height: 10,
    scale: 1,
    colours: ["#ffffff", "#000000"],
    layers: [{ colour: 1, shapes: [{ kind: "box", at: [2, 2, 8, 8] }] }],
  });
  const at = (x: number, y: number) => image.palette[image.pixels[y * 10 + x] ?? -1];
  assert.equal(at(5, 5), "#000000");
  assert.equal(at(0, 0), "#ffffff");
  assert.equal(at(9, 5), "#ffffff");
});

test("the card is 1200 × 630 and keeps its marks within the middle 600 rows", () => {
  const image = painted(card());
  assert.deepEqual([image.width, image.height], [1200, 630]);
  for (const row of [...Array(15).keys(), ...Array.from({ length: 15 }, (_, i) => 615 + i)]) {
    const pixels = image.pixels.subarray(row * 1200, (row + 1) * 1200);
    assert.ok(
      pixels.every((index) => image.palette[index] === "#faf7f0"),
      `row ${row}`,
    );
  }
});

test("drawing twice gives the same bytes", () => {
  assert.deepEqual(indexedPng(riverside()), indexedPng(riverside()));
  assert.deepEqual(seal(0, 0, 64), seal(0, 0, 64));
});

test("every SVG of ours is still, self-contained, sized and on its own ground", () => {
  const files = [...globSync("src/content/**/*.svg"), "public/favicon.svg"];
  const sources = [
    ...files.map((file) => [file, readFileSync(file, "utf8")] as const),
    ["seal", sealSvg("#000", "#fff")],
  ];
  for (const [file, source = ""] of sources) {
    assert.doesNotMatch(
      source,
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
