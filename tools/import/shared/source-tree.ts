import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The files of a blog's folder, read only: paths are relative to it with `/`, as on disk. */
export interface SourceTree {
  readonly root: string;
  /** In code point order. */
  readonly files: readonly string[];
  readonly has: (file: string) => boolean;
  /** The file that is meant by a path whose Unicode form or letter case differs; the exact one first. */
  readonly find: (file: string) => string | undefined;
  readonly bytes: (file: string) => Uint8Array;
}

const skippedAnywhere = new Set([
  ".git",
  ".github",
  "node_modules",
  ".jekyll-cache",
  ".hugo_build.lock",
  "__MACOSX",
  ".DS_Store",
  ".obsidian",
  ".vscode",
  ".idea",
]);
const skippedAtRoot = new Set(["public", "resources", "_site", "archetypes", "vendor", ".sass-cache", "docs-dist"]);

/** Lists a blog's folder; what builders made (`public/`, `_site/`, `resources/`) is left out, and of themes all but their files. */
export function sourceTree(root: string): SourceTree {
  const files = [...listed(root, "")].sort((a, b) => (a < b ? -1 : 1));
  const exact = new Set(files);
  const loose = new Map(files.toReversed().map((file) => [looseKey(file), file]));
  return {
    root,
    files,
    has: (file) => exact.has(file),
    find: (file) => (exact.has(file) ? file : loose.get(looseKey(file))),
    bytes: (file) => readFileSync(path.join(root, file)),
  };
}

function* listed(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (skippedAnywhere.has(entry.name) || (folder === "" && skippedAtRoot.has(entry.name))) continue;
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (/^themes\/[^/]+\/(?!static$|assets$)/u.test(file) && !/^themes\/[^/]+\/(?:static|assets)\//u.test(file))
      continue;
    const kind = entry.isSymbolicLink() ? statSync(path.join(root, file), { throwIfNoEntry: false }) : entry;
    if (kind?.isDirectory() && !entry.isSymbolicLink()) yield* listed(root, file);
    else if (kind?.isFile()) yield file;
  }
}

/** The folder that a path of the source lies in, `` at the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

function looseKey(file: string): string {
  return file.normalize("NFC").toLowerCase();
}
