import { crc32, deflateSync } from "node:zlib";

/** What a PNG file is made of; each row begins with the byte of its filter, 0. */
export interface PngParts {
  readonly width: number;
  readonly height: number;
  /** PNG's colour type: 0 grey, 2 red-green-blue; a sample is one byte. */
  readonly colourType: 0 | 2;
  readonly rows: Buffer;
}

/** A PNG file (ISO/IEC 15948); the same parts give the same bytes. */
export function pngFile({ width, height, colourType, rows }: PngParts): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
