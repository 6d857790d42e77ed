import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileName, postSource } from "./corpus.ts";
import type { System } from "./systems.ts";

/** Appends a paragraph to one post of the middle; `time` makes it one that no earlier build saw. */
export function edit(system: System, count: number, time: number): void {
  appendFileSync(editedFile(system, count), `\n${String(time)}번째로 고치며 덧붙인 문단이다.\n`);
}

/** Brings the edited post back. */
export function undoEdits(system: System, count: number): void {
  writeFileSync(editedFile(system, count), postSource(editedPost(count)));
}

function editedFile({ posts }: System, count: number): string {
  return join(posts, fileName(editedPost(count)));
}

/** A post without pictures, whose addresses differ from system to system. */
function editedPost(count: number): number {
  return count > 50 ? 50 : 0;
}
