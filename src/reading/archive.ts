import { inflateRawSync } from "node:zlib";
import { tried } from "#model/tried.ts";
import { textIn } from "./source-text.ts";

/** What is thrown where bytes are no archive that can be read. */
export class BadArchive extends Error {}

/** The largest file that is unpacked, in bytes: more is no post and no picture of one. */
const most = 200_000_000;
/** How deep archives in archives are opened: each depth may double what there is to read. */
const deepest = 2;

/** The files of a ZIP archive (APPNOTE.TXT 4.3), stored or deflated, and of archives inside it that can be opened, as Notion exports parts; throws `BadArchive` where it is none, at `read` where an entry cannot be unpacked. */
export function* unzipped(bytes: Buffer, depth = 0): Generator<[string, read: () => Buffer]> {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end === -1 || end + 22 > bytes.length) throw new BadArchive("no ZIP archive");
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const header = bytes.subarray(at);
    if (header.length < 46 || header.toString("latin1", 0, 4) !== "PK\x01\x02")
      throw new BadArchive("the directory is elsewhere");
    const [length = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) => header.readUInt16LE(place));
    const written = textIn(header.subarray(46, 46 + length)).text;
    // No disk has taken a file by a name with control characters.
    const file = written.replaceAll("\\", "/").replace(/^[/\p{Cc}]+|\p{Cc}/gu, "");
    const read = () => contentOf(bytes, header);
    at += 46 + length + extra + comment;
    if (/(?:^|\/)(?:\.\.|__MACOSX)(?:\/|$)|\/$/u.test(file)) continue;
    const isArchive = /\.zip$/iu.test(file) && depth < deepest;
    yield* (isArchive && tried(() => Array.from(unzipped(read(), depth + 1)))) || ([[file, read]] as const);
  }
}

function contentOf(bytes: Buffer, header: Buffer): Buffer {
  const method = header.readUInt16LE(10);
  if ((header.readUInt16LE(8) & 1) === 1 || (method !== 0 && method !== 8))
    throw new BadArchive("an entry cannot be read");
  try {
    const local = header.readUInt32LE(42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + header.readUInt32LE(20));
    return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    throw new BadArchive("an entry is damaged or too large", { cause: error });
  }
}
