import { inflateRawSync } from "node:zlib";

/** A file of an archive: its name's bytes as they stand there, and what it holds. */
export interface ZipEntry {
  readonly name: Buffer;
  readonly read: () => Buffer;
}

/** What is thrown where bytes are no archive that can be read. */
export class BadArchive extends Error {}

/** The largest file that is unpacked, in bytes: more is no post and no picture of one. */
const most = 200_000_000;

/**
 * The entries of a ZIP archive (APPNOTE.TXT 4.3: end record, central directory, local headers), stored or deflated.
 * Throws `BadArchive` where the bytes are no such archive, at `read` where an entry is encrypted, too large or packed in another way.
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1) throw new BadArchive("no ZIP archive");
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const header = bytes.subarray(at);
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => header.readUInt16LE(place)) as [
      number,
      number,
      number,
    ];
    entries.push({ name: header.subarray(46, 46 + nameLength), read: () => contentOf(bytes, header) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function contentOf(bytes: Buffer, header: Buffer): Buffer {
  const local = header.readUInt32LE(42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + header.readUInt32LE(20));
  const method = header.readUInt16LE(10);
  if ((header.readUInt16LE(8) & 1) === 1 || (method !== 0 && method !== 8))
    throw new BadArchive("an entry cannot be read");
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most });
}
