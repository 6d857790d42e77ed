import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "#tools/prove/site-files.ts";

const single = ["astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** Digest of everything but content that shapes a page: code, styles, texts, settings, packages and the runtime. */
export function codeDigest(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of [...sourcesIn(root), ...single]) {
    if (existsSync(join(root, path))) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** The site and what builds it; an importer shapes no page. */
function sourcesIn(root: string): string[] {
  const site = filesIn(join(root, "src")).filter((path) => !path.startsWith("content/"));
  const build = ["build", "publish"].flatMap((room) =>
    filesIn(join(root, "tools", room)).map((path) => `tools/${room}/${path}`),
  );
  return [...site.map((path) => `src/${path}`), ...build];
}
