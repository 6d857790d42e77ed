import type { Shape } from "./shapes.ts";

/** Side of the seal's own square, in units. */
export const sealSide = 64;

/** The strokes of 서 over 고: x1, y1, x2, y2 in the seal's units. */
const strokes: readonly (readonly [number, number, number, number])[] = [
  [21, 10, 11, 26],
  [20, 13.5, 31, 26],
  [51, 8.5, 51, 27.5],
  [39, 17, 51, 17],
  [15, 36.5, 48.5, 36.5],
  [48.5, 36.5, 46.5, 46.5],
  [30, 46, 30, 55.5],
  [10, 55.5, 54, 55.5],
];
const strokeWidth = 5;

/** The seal's square and its letters with the upper left corner at `x`, `y`, `side` units wide. */
export function seal(x: number, y: number, side: number): { ground: Shape[]; letters: Shape[] } {
  const k = side / sealSide;
  return {
    ground: [{ kind: "box", at: [x, y, x + side, y + side], round: 7 * k }],
    letters: strokes.map(([a, b, c, d]) => ({
      kind: "line",
      at: [x + a * k, y + b * k, x + c * k, y + d * k],
      width: strokeWidth * k,
    })),
  };
}

/** The seal as an SVG file. */
export function sealSvg(ink: string, paper: string): string {
  const path = strokes.map(([a, b, c, d]) => `M${a} ${b}L${c} ${d}`).join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sealSide} ${sealSide}" width="${sealSide}" height="${sealSide}">` +
    `<title>서고</title><rect width="${sealSide}" height="${sealSide}" rx="7" fill="${ink}"/>` +
    `<path d="${path}" fill="none" stroke="${paper}" stroke-width="${strokeWidth}" stroke-linecap="round"/></svg>\n`
  );
}
