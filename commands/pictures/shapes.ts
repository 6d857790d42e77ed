import type { IndexedImage } from "./png.ts";

/** A filled box, or a thick line with round ends, in the units of its drawing. */
export type Shape =
  | { readonly kind: "box"; readonly at: readonly [number, number, number, number]; readonly round?: number }
  | { readonly kind: "line"; readonly at: readonly [number, number, number, number]; readonly width: number };

/** Shapes of one colour, painted over those before. */
interface Layer {
  /** Index into the palette's first colours. */
  readonly colour: number;
  readonly shapes: readonly Shape[];
}

/** What to paint: `colours[0]` is the ground; `scale` is pixels per unit. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly colours: readonly string[];
  readonly layers: readonly Layer[];
}

/** The drawing with smooth edges: each pair of neighbouring colours is mixed in 16 steps. */
export function painted(drawing: Drawing): IndexedImage {
  const palette: string[] = [];
  const places = new Map<string, number>();
  const pixels = new Uint8Array(drawing.width * drawing.height);
  const indexOf = (colour: string) => {
    const known = places.get(colour);
    if (known !== undefined) return known;
    places.set(colour, palette.length);
    return palette.push(colour) - 1;
  };
  for (let y = 0; y < drawing.height; y++) {
    for (let x = 0; x < drawing.width; x++) {
      pixels[y * drawing.width + x] = indexOf(colourAt(drawing, (x + 0.5) / drawing.scale, (y + 0.5) / drawing.scale));
    }
  }
  return { width: drawing.width, height: drawing.height, palette, pixels };
}

function colourAt(drawing: Drawing, x: number, y: number): string {
  let colour = drawing.colours[0] ?? "#ffffff";
  for (const layer of drawing.layers) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const shape of layer.shapes) nearest = Math.min(nearest, distance(shape, x, y));
    const cover = Math.round(Math.min(1, Math.max(0, 0.5 - nearest * drawing.scale)) * 16) / 16;
    if (cover > 0) colour = mixed(colour, drawing.colours[layer.colour] ?? colour, cover);
  }
  return colour;
}

/** Units from a shape's edge, negative inside. */
function distance(shape: Shape, x: number, y: number): number {
  const [a, b, c, d] = shape.at;
  if (shape.kind === "line") {
    const length = (c - a) ** 2 + (d - b) ** 2;
    const along = Math.min(1, Math.max(0, ((x - a) * (c - a) + (y - b) * (d - b)) / length));
    return Math.hypot(x - a - along * (c - a), y - b - along * (d - b)) - shape.width / 2;
  }
  const round = shape.round ?? 0;
  const dx = Math.abs(x - (a + c) / 2) - (c - a) / 2 + round;
  const dy = Math.abs(y - (b + d) / 2) - (d - b) / 2 + round;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
}

/** `over` laid on `under`; `part` is from 0 to 1. */
function mixed(under: string, over: string, part: number): string {
  const channel = (shift: number) => {
    const of = (colour: string) => (Number.parseInt(colour.slice(1), 16) >> shift) & 255;
    return Math.round(of(under) * (1 - part) + of(over) * part);
  };
  return `#${((channel(16) << 16) | (channel(8) << 8) | channel(0)).toString(16).padStart(6, "0")}`;
}
