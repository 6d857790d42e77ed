import { existsSync, readdirSync } from "node:fs";

/** Paths of all files below a folder, relative, with `/`, in code point order; a link counts as a file. */
export function filesIn(folder: string): string[] {
  const files: string[] = [];
  const waiting = [""];
  // Node's own recursive walk takes several times as long over ten thousand folders.
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
      if (entry.isDirectory()) waiting.push(`${below}${entry.name}/`);
      else files.push(`${below}${entry.name}`);
    }
  }
  return files.sort();
}

/** The same of a folder that need not be there. */
export function filesInAny(folder: string): string[] {
  return existsSync(folder) ? filesIn(folder) : [];
}
