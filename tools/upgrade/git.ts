import { spawnSync } from "node:child_process";

/** What git answers in a folder, as bytes; undefined where it fails or is not installed. */
export function git(folder: string, words: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync("git", words, { cwd: folder, input, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
}

/** Those of some blob ids that a repository has. */
export function knownBlobs(repository: string, ids: readonly string[]): ReadonlySet<string> {
  const answer = git(repository, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], `${ids.join("\n")}\n`);
  const lines = answer?.toString("utf8").split("\n") ?? [];
  return new Set(lines.filter((line) => line.endsWith(" blob")).map((line) => line.slice(0, 40)));
}

/** Bytes of a blob from the first repository that has it. */
export function blobOf(repositories: readonly string[], id: string): Buffer | undefined {
  for (const repository of repositories) {
    const bytes = git(repository, ["cat-file", "blob", id]);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}
