import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "#tools/prove/site-files.ts";

/** Deletes every file of a folder that `isKept` does not keep, then the folders left empty; returns the paths deleted. */
export function prune(folder: string, isKept: (path: string) => boolean): string[] {
  const gone = filesIn(folder).filter((path) => !isKept(path));
  for (const path of gone) {
    rmSync(join(folder, path));
    removeEmpty(folder, dirname(path));
  }
  return gone;
}

function removeEmpty(root: string, folder: string): void {
  if (folder === "." || !existsSync(join(root, folder)) || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmpty(root, dirname(folder));
}
