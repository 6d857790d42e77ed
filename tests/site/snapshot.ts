import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "#tools/prove/site-files.ts";

/** Digest of each file of a folder, by path. */
export function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

/** One digest of a whole folder: every path and every byte. */
export function snapshot(folder: string): string {
  return createHash("sha256")
    .update(JSON.stringify(digests(folder)))
    .digest("hex");
}
