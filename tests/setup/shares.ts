import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = ".seogo/tests/unit";
/** Files that share a process: its start and its imports cost more than most of them ask. */
const size = 20;

/** Writes test files that import those of the rules, so many each; returns a pattern that names them. */
export function unitShares(root: string): string {
  const files = globSync("tests/unit/**/*.test.ts", { cwd: root }).sort();
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  for (let from = 0; from < files.length; from += size) {
    const lines = files.slice(from, from + size).map((file) => `import "${pathToFileURL(join(root, file)).href}";\n`);
    writeFileSync(join(root, folder, `${String(from).padStart(4, "0")}.test.ts`), lines.join(""));
  }
  return `${folder}/*.test.ts`;
}
