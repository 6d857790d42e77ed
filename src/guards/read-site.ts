import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { BuiltFile } from "./built-site.ts";
import { cssSigns, decoded, formOf, nameSigns } from "./file-signs.ts";
import { pageFacts } from "./page-facts.ts";
import { xmlSigns } from "./xml-signs.ts";

/** Raised whenever the facts taken from a file change their meaning. */
const factsVersion = 1;

interface Kept {
  readonly version: number;
  readonly files: Readonly<Record<string, readonly [stamp: string, file: BuiltFile]>>;
}

/** Reads every file of a built site once; what has not changed since the facts in `cache` were kept is not read again. */
export function readSite(folder: string, cache?: string): Map<string, BuiltFile> {
  const kept = cache === undefined ? undefined : readKept(cache);
  const fresh: Record<string, readonly [string, BuiltFile]> = {};
  let changed = false;
  for (const path of filesIn(folder)) {
    const whole = join(folder, path);
    const stamp = stampOf(whole);
    const known = kept?.files[path];
    const same = known?.[0] === stamp;
    fresh[path] = same ? known : [stamp, builtFile(path, readFileSync(whole))];
    changed ||= !same;
  }
  if (cache !== undefined && (changed || Object.keys(kept?.files ?? {}).length !== Object.keys(fresh).length))
    keep(cache, { version: factsVersion, files: fresh });
  return new Map(Object.entries(fresh).map(([path, [, file]]) => [path, file]));
}

/** All that guards ask of one file, from its name and bytes. */
export function builtFile(path: string, bytes: Uint8Array): BuiltFile {
  const form = formOf(path);
  const named = nameSigns(path);
  if (form === "other") return { bytes: bytes.length, signs: named };
  const { text, signs } = decoded(bytes);
  const before = [...named, ...signs];
  if (form === "css") return { bytes: bytes.length, signs: [...before, ...cssSigns(text)] };
  if (form === "xml") return { bytes: bytes.length, signs: [...before, ...xmlSigns(text)] };
  const page = pageFacts(text);
  return { bytes: bytes.length, page, signs: [...before, ...page.signs] };
}

/** Paths of all files below a folder, relative, with `/`, in code point order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Changes whenever a file's bytes are written: size with modification and change times (the latter cannot be set back). */
export function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${size}-${mtimeNs}-${ctimeNs}`;
}

function readKept(cache: string): Kept | undefined {
  try {
    const { checksum, body } = JSON.parse(readFileSync(cache, "utf8")) as { checksum: string; body: string };
    const kept = checksum === digest(body) ? (JSON.parse(body) as Kept) : undefined;
    return kept?.version === factsVersion ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(cache: string, kept: Kept): void {
  mkdirSync(dirname(cache), { recursive: true });
  const body = JSON.stringify(kept);
  writeFileSync(`${cache}.new`, JSON.stringify({ checksum: digest(body), body }));
  renameSync(`${cache}.new`, cache);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
