import { pngFile } from "./png.ts";

/** A PNG of `width` × `height` pixels whose colours run from one corner to the other, told apart by `shade` (0–255). */
export function smallPicture(width: number, height: number, shade: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = (x * 255) / width;
      rows[at + 1] = (y * 255) / height;
      rows[at + 2] = shade;
    }
  }
  return pngFile({ width, height, colourType: 2, rows });
}
