import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { unfinished, writeWhole } from "./whole-file.ts";

/** The HTML of rendered bodies on disk, one file each, by the digest of all they depend on. */
export interface BodyStore {
  /** The HTML kept under a digest; throws where there is none. */
  readonly html: (digest: string) => string;
  readonly write: (digest: string, html: string) => void;
  /** Digests that are kept. */
  readonly digests: () => ReadonlySet<string>;
  /** Removes every body whose digest is not in `needed`. */
  readonly prune: (needed: ReadonlySet<string>) => void;
}

/** As memory holds them: Hangul in UTF-8 is larger, and costs ten times as much to read. */
const encoding = "utf16le";
const ending = `.${encoding}`;

/** The store under `<cacheDir>/bodies/`, made where it is missing. */
export function bodyStore(cacheDir: string): BodyStore {
  const folder = `${cacheDir}/bodies`;
  const fileOf = (digest: string) => `${folder}/${digest}${ending}`;
  const digestOf = (name: string) => (name.endsWith(ending) ? name.slice(0, -ending.length) : undefined);
  return {
    html: (digest) => readFileSync(fileOf(digest), encoding),
    write: (digest, html) => {
      mkdirSync(folder, { recursive: true });
      writeWhole(fileOf(digest), html, encoding);
    },
    digests: () => new Set(namesIn(folder).flatMap((name) => digestOf(name) ?? [])),
    prune: (needed) => {
      for (const name of namesIn(folder))
        if (!name.endsWith(unfinished) && !needed.has(digestOf(name) ?? ""))
          rmSync(`${folder}/${name}`, { force: true });
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
