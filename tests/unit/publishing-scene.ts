import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { publish } from "#tools/publish/release.ts";
import { replaceTree } from "#tools/place/replace.ts";
import { temporaryFolder, write } from "./temporary.ts";

export const now = Date.UTC(2026, 0, 1);
export const words = (text: string) => `<p>${text.repeat(200)}</p>`;

/** Bytes that no encoding makes smaller. */
export const denseBytes = (length: number) => createHash("shake256", { outputLength: length }).update("서고").digest();

/** A dist that comes about as in real builds, and its publication. */
export function scene(context: TestContext) {
  const folder = temporaryFolder(context);
  const [staging, dist, target] = [join(folder, "staging"), join(folder, "dist"), join(folder, "www/site")];
  const build = async (files: Record<string, string | Uint8Array>) => {
    rmSync(staging, { recursive: true, force: true });
    write(staging, files);
    await replaceTree({ from: staging, place: dist, work: folder, now });
  };
  return { build, from: dist, target, publishNow: (keep = 3) => publish({ from: dist, target, keep, now }) };
}
