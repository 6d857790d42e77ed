import type { IndexedImage } from "./png.ts";

const width = 960;
const height = 600;
const shore = 372;
const sun = { x: 640, y: 236, radius: 46 };
const palette = [
  "#faf7f0",
  "#f6e9d3",
  "#f1d7b4",
  "#e8bd94",
  "#d99a78",
  "#b97a68",
  "#8d6660",
  "#655654",
  "#423f40",
  "#2b2a2b",
  "#ae2f1b",
];
const red = 10;
const threshold = [
  [0, 8, 2, 10],
  [12, 4, 14, 6],
  [3, 11, 1, 9],
  [15, 7, 13, 5],
];

/** An evening by a stream in eleven colours and dots, as a print would show it. */
export function riverside(): IndexedImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[y * width + x] = colourAt(x, y);
  }
  return { width, height, palette, pixels };
}

function colourAt(x: number, y: number): number {
  if (isReed(x, y)) return 9;
  if (y < shore) return skyAt(x, y);
  const wave = Math.sin(y * 0.9 + Math.sin(x * 0.03) * 2) * (y - shore) * 0.06;
  const spread = 10 + (y - shore) * 0.32;
  const isGlint = Math.abs(x - sun.x + wave * 3) < spread * (0.35 + 0.65 * Math.abs(Math.sin(y * 0.33)));
  if (isGlint && Math.sin(y * 0.7 + x * 0.008) > 0.1) return y < shore + 90 ? red : 3;
  return dotted(4.2 + ((y - shore) / (height - shore)) * 3.4 + wave * 0.03, x, y);
}

function skyAt(x: number, y: number): number {
  const near = shore - 34 - ridge(x, 0.011, 26) - ridge(x + 200, 0.031, 7);
  if (y > near) return dotted(7.4 + (y - near) * 0.012, x, y);
  const far = shore - 82 - ridge(x + 500, 0.007, 40) - ridge(x, 0.023, 9);
  if (y > far) return dotted(5.2 + (y - far) * 0.012, x, y);
  if (Math.hypot(x - sun.x, y - sun.y) < sun.radius) return red;
  const glow = Math.max(0, 1 - Math.hypot(x - sun.x, (y - sun.y) * 1.4) / 420);
  return dotted(0.4 + (y / shore) * 3.2 - glow * 1.1, x, y);
}

function ridge(x: number, pace: number, size: number): number {
  return size * (Math.sin(x * pace) + 0.45 * Math.sin(x * pace * 2.7 + 1.3));
}

/** Grass at the lower left: each blade bends with its height. */
function isReed(x: number, y: number): boolean {
  for (let blade = 0; blade < 64; blade++) {
    const foot = (blade * 73) % 430;
    const tall = 70 + ((blade * 131) % 190) * (1 - foot / 560);
    const up = height - y;
    if (up > tall) continue;
    const bend = (((blade * 37) % 21) - 8) * 3.2 * (up / tall) ** 2;
    const thick = 3.4 * (1 - up / tall) + 0.5;
    if (Math.abs(x - foot - bend) < thick) return true;
  }
  return false;
}

/** The palette's index for a shade between two colours, chosen by an ordered pattern. */
function dotted(shade: number, x: number, y: number): number {
  const clear = Math.min(9, Math.max(0, shade));
  const low = Math.floor(clear);
  const limit = ((threshold[y & 3]?.[x & 3] ?? 0) + 0.5) / 16;
  return clear - low > limit ? low + 1 : low;
}
