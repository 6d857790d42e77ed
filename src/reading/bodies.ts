import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { RenderedBody } from "../markdown/rendered.ts";

/** Rendered bodies on disk, one file each, by the digest of all they depend on. */
export interface BodyStore {
  /** The body kept under a digest; throws where there is none. */
  readonly read: (digest: string) => RenderedBody;
  readonly write: (digest: string, body: RenderedBody) => void;
  /** Digests that are kept. */
  readonly digests: () => ReadonlySet<string>;
  /** Removes every body whose digest is not in `needed`. */
  readonly prune: (needed: ReadonlySet<string>) => void;
}

/** The store under `<cacheDir>/bodies/`, made where it is missing. */
export function bodyStore(cacheDir: string): BodyStore {
  const folder = `${cacheDir}/bodies`;
  const fileOf = (digest: string) => `${folder}/${digest}.json`;
  const digests = () => new Set(namesIn(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : [])));
  return {
    read: (digest) => JSON.parse(readFileSync(fileOf(digest), "utf8")) as RenderedBody,
    write: (digest, body) => {
      mkdirSync(folder, { recursive: true });
      writeWhole(fileOf(digest), JSON.stringify(body));
    },
    digests,
    prune: (needed) => {
      for (const digest of digests()) if (!needed.has(digest)) rmSync(fileOf(digest), { force: true });
    },
  };
}

/** Writes a file so that nobody ever reads half of it. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${String(process.pid)}.part`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
