/** Draws the pictures that are made of numbers: the mark, the default card and one post's print. Same in, same out; a folder that is gone is passed over. */
import { existsSync, writeFileSync } from "node:fs";
import { card } from "./pictures/card.ts";
import { icoOf, indexedPng } from "./pictures/png.ts";
import { riverside } from "./pictures/riverside.ts";
import { seal, sealSide, sealSvg } from "./pictures/seal.ts";
import { painted } from "./pictures/shapes.ts";

const ink = "#ae2f1b";
const paper = "#faf7f0";

function sealPng(side: number, margin: number): Buffer {
  const mark = seal(margin, margin, sealSide - margin * 2);
  return indexedPng(
    painted({
      width: side,
      height: side,
      scale: side / sealSide,
      colours: [paper, ink],
      layers: [
        { colour: 1, shapes: mark.ground },
        { colour: 0, shapes: mark.letters },
      ],
    }),
  );
}

const files: readonly (readonly [path: string, bytes: Buffer | string])[] = [
  ["public/favicon.svg", sealSvg(ink, paper)],
  ["public/favicon.ico", icoOf(sealPng(32, 0), 32)],
  ["public/apple-touch-icon.png", sealPng(180, 4)],
  ["public/card.png", indexedPng(painted(card()))],
  ["src/content/posts/장마-전의-산책/천변.png", indexedPng(riverside())],
];

for (const [path, bytes] of files) {
  const file = new URL(`../${path}`, import.meta.url);
  if (!existsSync(new URL(".", file))) continue;
  writeFileSync(file, bytes);
  console.log(`${path}  ${bytes.length}`);
}
