import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { byCodePoint } from "#model/order.ts";

/** Folders whose code decides what a rendered body is. */
const rooms = ["src/markdown", "src/korean", "src/model", "src/reading", "src/text"];

/** A digest of the code and the package versions that render bodies: another one makes every kept body stale. */
export function pipelineDigest(root: string): string {
  const hash = createHash("sha256");
  for (const room of rooms)
    for (const file of filesOf(`${root}/${room}`))
      hash.update(`${file}\u0000`).update(bytesOf(`${root}/${room}/${file}`));
  return hash.update(bytesOf(`${root}/package-lock.json`)).digest("hex");
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [`${entry.parentPath.slice(folder.length + 1)}/${entry.name}`] : []))
      .sort(byCodePoint);
  } catch {
    return [];
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
