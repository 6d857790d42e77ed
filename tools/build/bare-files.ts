import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stampOf } from "#cache/stamp.ts";
import { byteStore, digestOf, openTable } from "#cache/store.ts";
import { codeVersion } from "#cache/version.ts";
import { bareBytes } from "#reading/picture-encoder.ts";
import type { Message } from "#messages/message.ts";
import { filesIn } from "#tools/prove/site-files.ts";

/** What was found in a picture: the key of what is published in its place, empty where it is right as it is. */
interface Found {
  readonly stamp: string;
  readonly key: string;
}

interface Copied {
  readonly root: string;
  /** The built site. */
  readonly folder: string;
  /** Paths of the files that were copied from `public/`. */
  readonly publicFiles: readonly string[];
}

const written = /\.(?:a?png|jpe?g|jfif|gif|webp|avif|tiff?|hei[cf])$/iu;

/**
 * Takes from the pictures that were copied into the site (of `public/`, of Astro's own `assets/`) where and with what they
 * were taken; those of posts came without. Resolves with those that still tell it.
 */
export async function bareFiles({ root, folder, publicFiles }: Copied): Promise<Message[]> {
  const table = openTable<Found>(join(root, ".seogo/bare.jsonl"), codeVersion(root, "content"));
  const store = byteStore(join(root, ".seogo/bare"), ".bin");
  const assets = existsSync(join(folder, "assets")) ? filesIn(join(folder, "assets")) : [];
  const paths = [...publicFiles, ...assets.map((path) => `assets/${path}`)].filter(
    (path) => written.test(path) && existsSync(join(folder, path)),
  );
  const left: Message[] = [];
  for (const path of paths) {
    const own = join(root, "public", path);
    const stamp = stampOf(existsSync(own) ? own : join(folder, path)) ?? "";
    const known = table.get(path);
    const stored = known?.stamp === stamp && (known.key === "" || store.get(known.key));
    if (stored === true) continue;
    const bytes = readFileSync(join(folder, path));
    const bare = stored || (await bareBytes(bytes).catch(() => undefined));
    if (bare === undefined && tellsPlace(bytes)) left.push(unbared(path));
    if (bare === undefined) continue;
    const key = bare.equals(bytes) ? "" : digestOf(path, stamp);
    table.put(path, { stamp, key });
    if (key === "") continue;
    store.put(key, bare);
    writeFileSync(join(folder, path), bare);
  }
  table.prune(paths.filter((path) => table.get(path)));
  table.save();
  store.prune(new Set(table.values().map(({ key }) => key)));
  return left;
}

/** Whether a file that we cannot read may hold what a camera wrote. */
function tellsPlace(bytes: Buffer): boolean {
  return ["Exif", "EXIF", "ns.adobe.com/xap"].some((sign) => bytes.includes(sign));
}

function unbared(path: string): Message {
  const file = `public/${path}`;
  return { severity: "error", code: "picture-tells", file, values: { file } };
}
