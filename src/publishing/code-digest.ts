import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "#guards/site-files.ts";

const single = ["astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** Digest of everything but content that shapes a page: code, styles, texts, settings, packages and the runtime. */
export function codeDigest(root: string): string {
  const hash = createHash("sha256").update(process.version);
  const sources = filesIn(join(root, "src")).filter((path) => !path.startsWith("content/"));
  for (const path of [...sources.map((source) => `src/${source}`), ...single]) {
    if (existsSync(join(root, path))) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}
