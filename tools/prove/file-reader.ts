import { closeSync, openSync, readSync } from "node:fs";

const firstSize = 1 << 20;

/** Gives a file's bytes, or the first of them, which the next file it reads will overwrite: a buffer for each would be half of the reading. */
export function fileReader(): (file: string, most?: number) => Uint8Array {
  let buffer: Buffer = Buffer.allocUnsafeSlow(firstSize);
  return (file, most = Infinity) => {
    const handle = openSync(file, "r");
    try {
      let length = 0;
      for (let read = -1; read !== 0 && length < most; length += read) {
        if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
        read = readSync(handle, buffer, length, Math.min(buffer.length, most) - length, null);
      }
      return buffer.subarray(0, Math.min(length, most));
    } finally {
      closeSync(handle);
    }
  };
}
