import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Lays out a blog's files (path → text) in a temporary folder. */
export function sourceOf(files: Readonly<Record<string, string>>): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), "seogo-source-"));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
