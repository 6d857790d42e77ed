import { crc32, deflateSync } from "node:zlib";

/** Colours as `#rrggbb`, at most 256; a pixel is an index into them. */
export interface IndexedImage {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly string[];
  readonly pixels: Uint8Array;
}

/** What a PNG file is made of; each row begins with the byte of its filter, 0. */
export interface PngParts {
  readonly width: number;
  readonly height: number;
  /** PNG's colour type: 0 grey, 2 red-green-blue, 3 an index into `palette`; a sample is one byte. */
  readonly colourType: 0 | 2 | 3;
  readonly rows: Buffer;
  /** Red, green and blue of each colour. */
  readonly palette?: Buffer;
}

/** A PNG file (ISO/IEC 15948); the same parts give the same bytes. */
export function pngFile({ width, height, colourType, rows, palette }: PngParts): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A PNG file with a palette; the same image gives the same bytes. */
export function indexedPng({ width, height, palette, pixels }: IndexedImage): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap((colour) => [...rgb(colour)]));
  return pngFile({ width, height, colourType: 3, rows, palette: colours });
}

/** An icon file that holds one PNG of at most 256 pixels a side. */
export function icoOf(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([side % 256, side % 256, 0, 0], 6);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

/** Red, green and blue, 0–255, of `#rrggbb`. */
function rgb(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
