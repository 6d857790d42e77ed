import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blobOf, knownBlobs } from "./source.ts";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";

/** What happens to one file; `aside` brings the new version's and keeps the owner's apart. */
export interface Step {
  readonly path: string;
  readonly kind: "add" | "replace" | "remove" | "merge" | "aside";
  /** What the file becomes; undefined where it goes. */
  readonly bytes: Buffer | undefined;
}

interface File {
  readonly path: string;
  readonly mine: Buffer | undefined;
  readonly theirs: Buffer | undefined;
  /** Id in the version that the site came from. */
  readonly base: string | undefined;
}

/** Without these the site does not run, so an owner's copy that lacks one is given it. */
const needed = /^(?:src|tools|commands)\/|^[^/]+\.(?:json|mjs)$/u;

/** Every step of an upgrade of a site to the version in another folder, in the order of paths; nothing is written. */
export function upgradeSteps({ site, from }: Readonly<Record<"site" | "from", string>>): Step[] {
  const next = presentEngine(from);
  const base = recordedEngine(versionOf(site), [site, from]) ?? (new Map() as Manifest);
  const paths = [...new Set([...base.keys(), ...next.keys(), ...missingGround(site, from)])].sort();
  const bytesAt = (file: string) => (existsSync(file) ? readFileSync(file) : undefined);
  const files = paths.map((path) => {
    return { path, mine: bytesAt(join(site, path)), theirs: bytesAt(join(from, path)), base: base.get(path) };
  });
  const isWhole = existsSync(join(site, "tests"));
  const isAsked = (path: string) =>
    (isWhole || !workshop.test(path)) && (needed.test(path) || !isDeleted(site, path, base));
  const wanted = files.filter(({ path, mine }) => mine !== undefined || isAsked(path));
  const ids = wanted.flatMap(({ mine }) => (mine === undefined ? [] : idsOf(mine)));
  const published = existsSync(join(from, ".git")) ? knownBlobs(from, ids) : new Set<string>();
  const steps = wanted.flatMap((file) => stepFor(file, published, [from, site]) ?? []);
  // A README, a test or a workflow of the owner's own is not in the way of the engine.
  return steps.filter(({ path, kind }) => kind !== "aside" || !workshop.test(path));
}

/** Files of the owner's ground that the engine asks for and the site lacks. */
function missingGround(site: string, from: string): string[] {
  const ground = filesOf(from).filter((path) => ownersGround.test(path) && !/^(?:src\/content|public)\//u.test(path));
  return ground.filter((path) => !existsSync(join(site, path)));
}

/** Whether an owner deleted a file that the site came with, or the folder that it would come into. */
function isDeleted(site: string, path: string, base: Manifest): boolean {
  const above = `${path}/`.matchAll(/\//gu).map(({ index }) => path.slice(0, index));
  const lacking = above.find((part) => !existsSync(join(site, part)));
  return base.keys().some((known) => `${known}/`.startsWith(`${lacking}/`));
}

function stepFor(file: File, published: ReadonlySet<string>, repositories: readonly string[]): Step | undefined {
  const { path, mine, theirs, base } = file;
  if (mine === undefined) return theirs && { path, kind: "add", bytes: theirs };
  // The same on both sides, or changed by the owner alone.
  if (theirs !== undefined && (mine.equals(theirs) || blobId(theirs) === base)) return undefined;
  const ours = idsOf(mine).some((id) => id === base || published.has(id));
  if (theirs === undefined) return { path, kind: ours ? "remove" : "aside", bytes: undefined };
  // The lock follows package.json: npm makes it anew, and nobody writes in it what is to be kept.
  if (ours || path === "package-lock.json") return { path, kind: "replace", bytes: theirs };
  const before = base === undefined ? undefined : blobOf(repositories, base);
  const both = before && merged({ base: before, mine, theirs }, path === "package.json");
  return both ? { path, kind: "merge", bytes: both } : { path, kind: "aside", bytes: theirs };
}

/** Ids of bytes as they stand, and as they were before a system turned their line ends. */
function idsOf(bytes: Buffer): string[] {
  return bytes.includes("\r\n")
    ? [blobId(bytes), blobId(Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1"))]
    : [blobId(bytes)];
}

/** Both changes of a file, as it came, as the owner changed it and as the new version has it, in one text by Git's three-way merge; undefined where they touch the same lines, or Git is missing. */
function merged(versions: Readonly<Record<"base" | "mine" | "theirs", Buffer>>, json: boolean): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), "seogo-merge-"));
  try {
    for (const [name, bytes] of Object.entries(versions))
      writeFileSync(join(folder, name), json ? apart(bytes) : bytes);
    const { status, stdout } = spawnSync("git", ["merge-file", "-p", "mine", "base", "theirs"], { cwd: folder });
    if (status !== 0) return undefined;
    return json ? Buffer.from(stdout.toString("utf8").replaceAll(/\n+/gu, "\n")) : stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Neighbouring lines of a JSON file, such as a name and a version, are no conflict. */
function apart(bytes: Buffer): string {
  return bytes.toString("utf8").replaceAll("\n", "\n\n\n\n");
}

/** Git's blob ids by path from the root: what Git knows a file's bytes by, so that any repository can give them back. */
type Manifest = ReadonlyMap<string, string>;

/** What an owner writes; no upgrade touches it. A file of these that is not below content or public is brought where it is missing. */
const ownersGround = /^(?:src\/content\/|public\/|src\/owner\/|src\/site\.config\.ts$|src\/styles\/owner\.css$)/u;

/** What is for those who work on Seogo itself; a site without tests is not given it. */
export const workshop =
  /^(?:(?:tests|bench|examples|\.ci|\.github|\.devcontainer|docs\/decisions)\/|knip\.json$|(?!CHANGELOG)[^/]+\.md$)/u;

const releases = "tools/upgrade/releases/";
const left =
  /^(?:\.git|\.astro|\.seogo|node_modules|dist|dist\.next|dist\.last|upgrade-kept)$|(?:^|\/)[^/]*\.(?:log|DS_Store)$/u;

export function blobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Every file of a folder but what commands make there and the manifests, sorted. */
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

export function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version?: string }).version ?? "0.0.0";
}
