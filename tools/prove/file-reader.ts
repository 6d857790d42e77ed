import { closeSync, openSync, readSync } from "node:fs";

const firstSize = 1 << 20;

/** Gives a file's bytes, which the next file it reads will overwrite: a buffer for each would be half of the reading. */
export function fileReader(): (file: string) => Uint8Array {
  let buffer: Buffer = Buffer.allocUnsafeSlow(firstSize);
  return (file) => {
    const handle = openSync(file, "r");
    try {
      let length = 0;
      for (let read = -1; read !== 0; length += read) {
        if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length);
        read = readSync(handle, buffer, length, buffer.length - length, null);
      }
      return buffer.subarray(0, length);
    } finally {
      closeSync(handle);
    }
  };
}
