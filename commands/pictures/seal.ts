import type { Shape } from "./shapes.ts";

/** Side of the seal's own square, in units. */
export const sealSide = 32;

type Point = readonly [number, number];

/** The strokes of 서 beside 고, as the header draws them: corners, or the four points of a curve. */
const strokes: readonly { readonly curve?: true; readonly points: readonly Point[] }[] = [
  {
    curve: true,
    points: [
      [9, 6],
      [9, 15],
      [7.5, 21],
      [4.5, 26],
    ],
  },
  {
    curve: true,
    points: [
      [8.8, 12],
      [9.4, 17],
      [10.4, 20],
      [12, 23],
    ],
  },
  {
    points: [
      [11.5, 13.5],
      [15.2, 13.5],
    ],
  },
  {
    points: [
      [15.2, 5],
      [15.2, 27],
    ],
  },
  {
    points: [
      [18.8, 7.2],
      [26.8, 7.2],
    ],
  },
  {
    curve: true,
    points: [
      [26.8, 7.2],
      [26.8, 11.2],
      [26.6, 13.2],
      [26, 16.2],
    ],
  },
  {
    points: [
      [22.6, 18.5],
      [22.6, 25.5],
    ],
  },
  {
    points: [
      [17.8, 26],
      [28.2, 26],
    ],
  },
];
const strokeWidth = 2.4;
const piecesOfCurve = 12;

/** The seal's square and its letters with the upper left corner at `x`, `y`, `side` units wide. */
export function seal(x: number, y: number, side: number): { ground: Shape[]; letters: Shape[] } {
  const k = side / sealSide;
  const lines = strokes.flatMap(({ curve, points }) => pairs(curve ? flattened(points) : points));
  return {
    ground: [{ kind: "box", at: [x, y, x + side, y + side] }],
    letters: lines.map(([[a, b], [c, d]]) => ({
      kind: "line",
      at: [x + a * k, y + b * k, x + c * k, y + d * k],
      width: strokeWidth * k,
    })),
  };
}

/** The seal as an SVG file. */
export function sealSvg(ink: string, paper: string): string {
  const path = strokes.map(({ curve, points: [first, ...rest] }) => `M${first}${curve ? "C" : "L"}${rest.join(" ")}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sealSide} ${sealSide}" width="${sealSide}" height="${sealSide}">` +
    `<title>서고</title><path d="M0 0h${sealSide}v${sealSide}H0z" fill="${ink}"/>` +
    `<path d="${path.join("")}" fill="none" stroke="${paper}" stroke-width="${strokeWidth}" stroke-linecap="round"/></svg>\n`
  );
}

/** Points along a cubic curve. */
function flattened(points: readonly Point[]): Point[] {
  const weights = (t: number) => [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
  return Array.from({ length: piecesOfCurve + 1 }, (_, step) => {
    const parts = weights(step / piecesOfCurve);
    const sum = (axis: 0 | 1) => points.reduce((total, point, i) => total + point[axis] * (parts[i] ?? 0), 0);
    return [sum(0), sum(1)];
  });
}

function pairs(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, i) => [points[i] ?? point, point]);
}
