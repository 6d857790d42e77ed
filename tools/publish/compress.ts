import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  zstdCompress,
  zstdDecompressSync,
} from "node:zlib";
import { tried } from "#model/tried.ts";

const worthwhile = /\.(?:html?|css|svg|xml|xsd|json|jsonld|txt|md|webmanifest|opml|ico|wasm|vcf)$/u;
/** Smaller files fit one packet as they are. */
const leastBytes = 256;
/** Brotli's slowest level costs seconds on files larger than this. */
const largeBytes = 1_000_000;

const [brotli, gz, zstd] = [promisify(brotliCompress), promisify(gzip), promisify(zstdCompress)];

/** Endings of the compressed copies that servers look for beside a file. */
export const encodings = ["br", "gz", "zst"] as const;

const unpack = { br: brotliDecompressSync, gz: gunzipSync, zst: zstdDecompressSync } as const;

/** Whether a file's compressed copies hold what it holds, as far as there are any. */
export function areCopies(file: string): boolean {
  const bytes = readFileSync(file);
  return encodings.every((encoding) => {
    const copy = `${file}.${encoding}`;
    const holds = () => unpack[encoding](readFileSync(copy), { maxOutputLength: bytes.length + 1 }).equals(bytes);
    return !existsSync(copy) || tried(holds) === true;
  });
}

/** Writes a file's compressed copies, with its times, where they are at least a twentieth smaller. */
export async function writeCompressed(folder: string, path: string): Promise<void> {
  const file = join(folder, path);
  if (!worthwhile.test(path)) return;
  const bytes = readFileSync(file);
  if (bytes.length < leastBytes) return;
  const { atime, mtime } = statSync(file);
  const quality = bytes.length > largeBytes ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: 22,
  };
  const copies = await Promise.all([
    brotli(bytes, { params }),
    gz(bytes, { level: 9 }),
    zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
  ]);
  for (const [index, encoding] of encodings.entries()) {
    const copy = copies[index];
    if (copy === undefined || copy.length > bytes.length * 0.95) continue;
    writeFileSync(`${file}.${encoding}`, copy);
    utimesSync(`${file}.${encoding}`, atime, mtime);
  }
}
