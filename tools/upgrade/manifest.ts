import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Git's blob ids by path from the root: what Git knows a file's bytes by, so that any repository can give them back. */
export type Manifest = ReadonlyMap<string, string>;

/** What an owner writes; no upgrade touches it. A file of these that is not below content or public is brought where it is missing. */
export const ownersGround =
  /^(?:src\/content\/|public\/|src\/owner\/|src\/site\.config\.ts$|src\/styles\/owner\.css$)/u;

/** What is for those who work on Seogo itself; a site without tests is not given it. */
export const workshop =
  /^(?:(?:tests|bench|examples|\.ci|\.github|\.devcontainer|docs\/decisions)\/|knip\.json$|(?!CHANGELOG)[^/]+\.md$)/u;

/** Where the manifests of releases stand. */
const releases = "tools/upgrade/releases/";
const left =
  /^(?:\.git|\.astro|\.seogo|node_modules|dist|dist\.next|dist\.last|upgrade-kept)$|(?:^|\/)[^/]*\.(?:log|DS_Store)$/u;

/** The id that Git gives to a file of these bytes. */
export function blobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Every file of a folder but what commands make there and the manifests, in code point order. */
export function filesOf(root: string, below = ""): string[] {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = `${below}${entry.name}`;
      if (left.test(path) || `${path}/` === releases) return [];
      return entry.isDirectory() ? filesOf(root, `${path}/`) : entry.isFile() ? [path] : [];
    })
    .sort();
}

/** The manifest of the engine in a folder: all of it but the owner's ground. */
export function presentEngine(root: string): Manifest {
  const files = filesOf(root).filter((path) => !ownersGround.test(path));
  return new Map(files.map((path) => [path, blobId(readFileSync(join(root, path)))]));
}

/** The recorded manifest of a version, from the first of the folders that has it; undefined where none has. */
export function recordedEngine(version: string, roots: readonly string[]): Manifest | undefined {
  const file = roots.map((root) => manifestFile(root, version)).find((path) => existsSync(path));
  const lines = file === undefined ? undefined : readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines && new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
}

/** Writes down in a folder the engine that stands in `from`, an id and a path on each line, under its version. */
export function recordEngine(folder: string, from: string): void {
  const lines = [...presentEngine(from)].map(([path, id]) => `${id} ${path}\n`);
  mkdirSync(join(folder, releases), { recursive: true });
  writeFileSync(manifestFile(folder, versionOf(from)), lines.join(""));
}

function manifestFile(root: string, version: string): string {
  return join(root, releases, `${version}.txt`);
}

/** The version that a folder's package.json names. */
export function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version?: string }).version ?? "0.0.0";
}
