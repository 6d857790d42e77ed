import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../tests/site/sites.ts";

const folder = join(root, ".seogo/bench/aside");

/**
 * Takes a folder or file out of the way without deleting it. ext4 looks long for the number of a new file where many
 * were deleted minutes ago: up to a third of what the system does for a cold build, and no part of one on a new machine.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, String(readdirSync(folder).length)));
}

/** Deletes what was set aside; call when nothing is measured any more. */
export function clearAside(): void {
  rmSync(folder, { recursive: true, force: true });
}
