import sharp from "sharp";

const frames = Buffer.concat([Buffer.alloc(3072, 40), Buffer.alloc(3072, 200)]);
export const moving = () => sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } });
export const still = () => sharp(frames, { raw: { width: 32, height: 64, channels: 3 } });

export const secret = "곳 37.56653";
export const words = Buffer.from(secret);
const number = (bytes: number, write: (buffer: Buffer) => void) => {
  const buffer = Buffer.alloc(bytes);
  write(buffer);
  return buffer;
};
export const between = (bytes: Buffer, at: number, part: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
export const segment = (marker: number) =>
  Buffer.concat([Uint8Array.of(0xff, marker), number(2, (to) => to.writeUInt16BE(words.length + 2)), words]);
export const chunk = (type: string) =>
  Buffer.concat([number(4, (to) => to.writeUInt32BE(words.length)), Buffer.from(type), words, Buffer.alloc(4)]);
export const riff = (bytes: Buffer, type: string) => {
  const all = Buffer.concat([bytes, Buffer.from(type), number(4, (to) => to.writeUInt32LE(words.length)), words]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
};

export const box = (type: string, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([number(4, (to) => to.writeUInt32BE(8 + content.length)), Buffer.from(type, "latin1"), content]);
};
export const ftyp = (brand: string) => box("ftyp", Buffer.from(`${brand}\0\0\0\0`));
export const pixelBox = Buffer.from("pixels and sounds");
