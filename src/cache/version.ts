import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const content =
  "src/markdown src/korean src/model src/reading src/cache src/cores src/text src/messages package-lock.json";

/** From the root, what decides how content is read and rendered, what is read off a built file, what is left of a copied one, and what a file of the site is. */
const shaping = {
  content,
  proof: `tools/prove ${content}`,
  bare: `tools/build/bare-files.ts tools/prove ${content}`,
  site: "src tools/build tools/publish astro.config.mjs package.json package-lock.json tsconfig.json",
} as const;

/** Folders in the root that shape no page, or are listed above. */
const apart = "bench commands deploy dist docs examples node_modules public src tests tools".split(" ");

/** Digest of the code, packages and runtime in the repository at `root` that made what is cached: under another one all is made anew. */
export function codeVersion(root: string, of: keyof typeof shaping): string {
  const { node, icu, tz, unicode } = process.versions;
  const hash = createHash("sha256").update(JSON.stringify([node, icu, tz, unicode]));
  const files = shaping[of].split(" ").flatMap((path) => filesAt(join(root, path)));
  if (of === "site") hash.update(JSON.stringify(publicVariables()));
  for (const file of of === "site" ? [...files, ...ownFiles(root)] : files)
    if (!file.startsWith(join(root, "src/content/")))
      hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** The variables that Astro gives to pages as `import.meta.env`. */
function publicVariables(): [string, string | undefined][] {
  return Object.entries(process.env)
    .filter(([name]) => name.startsWith("PUBLIC_"))
    .sort();
}

/** What an owner added in the root: files of variables (`.env`), and code and texts in folders, such as collections and integrations. */
function ownFiles(root: string): string[] {
  const own = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !apart.includes(name));
  return own
    .filter((entry) => (entry.isDirectory() ? !entry.name.startsWith(".") : entry.name.startsWith(".env")))
    .flatMap(({ name }) => filesAt(join(root, name)))
    .filter((file) => /\.env[^/\\]*$|\.(?:[cm]?[jt]sx?|astro|css|json|mdx?|ya?ml|toml|csv|txt)$/u.test(file));
}

/** The files of a folder sorted, or the file itself; none where there is neither. */
function filesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : [])).sort();
}
