import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Takes from a folder, made where it is missing, all but plain files at the paths given; returns those that stand. A link in a folder's place goes, not what it leads to. */
export function clearLeftovers(folder: string, paths: Iterable<string>): Set<string> {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) rmSync(folder, { force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = new Set(paths);
  const folders = foldersOf(wanted);
  const standing = new Set<string>();
  const waiting = [""];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory() && folders.has(`${path}/`)) waiting.push(`${path}/`);
      else if (entry.isFile() && wanted.has(path)) standing.add(path);
      else rmSync(join(folder, path), { recursive: true });
    }
  }
  return standing;
}

/** Every folder that holds one of the paths, with its slash. */
function foldersOf(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
      folders.add(path.slice(0, end + 1));
  return folders;
}
