import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Three states of one file: as it came, as the owner changed it, and as the new version has it. */
export interface Versions {
  readonly base: Buffer;
  readonly mine: Buffer;
  readonly theirs: Buffer;
}

/** Both changes in one text by Git's three-way merge; undefined where they touch the same lines, or Git is missing. */
export function merged(versions: Versions, json: boolean): Buffer | undefined {
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
