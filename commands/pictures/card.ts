import { seal } from "./seal.ts";
import type { Drawing, Shape } from "./shapes.ts";

const books: readonly (readonly [width: number, height: number, colour: number])[] = [
  [46, 236, 5],
  [30, 262, 4],
  [58, 214, 6],
  [34, 250, 5],
  [40, 226, 3],
  [26, 268, 6],
  [52, 240, 4],
  [36, 204, 5],
  [44, 256, 2],
  [30, 230, 6],
  [60, 246, 4],
  [34, 218, 5],
  [42, 262, 3],
  [28, 240, 6],
];

/** The picture that stands for the site where a post has none: a shelf and the seal, 1200 × 630, all within the middle 600. */
export function card(): Drawing {
  const byColour = new Map<number, Shape[]>();
  let x = 96;
  for (const [width, height, colour] of books) {
    const shapes = byColour.get(colour) ?? [];
    shapes.push({ kind: "box", at: [x, 500 - height, x + width, 500], round: 2 });
    byColour.set(colour, shapes);
    x += width + 6;
  }
  const mark = seal(866, 262, 238);
  return {
    width: 1200,
    height: 630,
    scale: 1,
    colours: ["#faf7f0", "#23201c", "#ae2f1b", "#4a4339", "#857a68", "#b7ab95", "#d9cfbb"],
    layers: [
      ...[...byColour].map(([colour, shapes]) => ({ colour, shapes })),
      { colour: 1, shapes: [{ kind: "box", at: [96, 500, 1104, 504] }] },
      { colour: 2, shapes: mark.ground },
      { colour: 0, shapes: mark.letters },
    ],
  };
}
