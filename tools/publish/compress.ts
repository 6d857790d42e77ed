import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
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
import { linkOrCopy, serve, type TreePlan } from "#tools/place/tree.ts";

const worthwhile = /\.(?:html?|css|svg|xml|xsd|json|jsonld|txt|md|webmanifest|opml|ico|wasm|vcf)$/u;
/** Smaller files fit one packet as they are. */
const leastBytes = 256;
/** Brotli's slowest level costs seconds on files larger than this. */
const largeBytes = 1_000_000;

const [brotli, gz, zstd] = [promisify(brotliCompress), promisify(gzip), promisify(zstdCompress)];

/** Endings of the compressed copies that servers look for beside a file. */
const encodings = ["br", "gz", "zst"] as const;

const unpack = { br: brotliDecompressSync, gz: gunzipSync, zst: zstdDecompressSync } as const;

/** Whether a file's compressed copies hold what it holds, as far as there are any. */
function areCopies(file: string): boolean {
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

/** A server sends a copy in place of its file, and no proof reads it: only copies that we wrote, and nobody since, are taken over. Returns how all of them stand. */
export async function addCompressed(
  { last, next, record }: TreePlan,
  paths: readonly string[],
  changed: ReadonlySet<string>,
) {
  const written: Record<string, readonly ["copy", state: string]> = {};
  for (const path of paths) {
    const copies = encodings.map((encoding) => `${path}.${encoding}`);
    const isOurs = (copy: string) => record[copy]?.[0] === "copy" && record[copy][1] === stateOf(join(last, copy));
    // Before 0.16 nothing was noted of them, and to make all anew takes a large site long.
    const isUntold = copies.every((copy) => record[copy] === undefined);
    const stays = !changed.has(path) && (copies.every(isOurs) || (isUntold && areCopies(join(last, path))));
    for (const copy of copies) {
      rmSync(join(next, copy), { force: true });
      if (!stays || !existsSync(join(last, copy))) continue;
      serve(join(last, copy));
      linkOrCopy(join(last, copy), join(next, copy));
    }
    if (!stays) await writeCompressed(next, path);
    for (const copy of copies) written[copy] = ["copy", stateOf(join(next, copy))];
  }
  return written;
}

/** What no link to a file changes, and writing it does, also on a disk that keeps no times of birth; empty where there is none. */
function stateOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true, throwIfNoEntry: false }) ?? {};
  return ino === undefined ? "" : [ino, size, mtimeNs].join("-");
}
