import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before } from "node:test";
import { files, settings } from "./files.ts";
import { build, layOut, root } from "../sites.ts";

export let folder = "";

export function put(site: string, path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

export function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  assert.ok(text.includes(from), `${path}: ${from}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}

export const read = (path: string) => readFileSync(join(folder, "dist", path), "utf8");

/** The integrations stand first, between and last. */
export function addIntegrations(...last: readonly string[]): void {
  cpSync(join(root, "astro.config.mjs"), join(folder, "astro.config.mjs"));
  edit("astro.config.mjs", "import mdx", `import * as own from "./owner/integrations.mjs";\nimport mdx`);
  edit("astro.config.mjs", "integrations: [\n", "integrations: [\n    own.search,\n    own.components,\n");
  edit("astro.config.mjs", "    siteMap(", "    own.robots,\n    siteMap(");
  edit(
    "astro.config.mjs",
    "siteMap(built),\n",
    `siteMap(built),\n${["colophon", ...last].map((name) => `    own.${name},\n`).join("")}`,
  );
}

/** A picture of one point. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Builds what must not build; returns what was said. */
export function failing(): string {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800", LANG: "ko_KR.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["commands/build.mjs"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  const said = `${stdout}${stderr}`;
  assert.equal(status, 1, said);
  assert.doesNotMatch(said, /unhandled|^\s+at /imu);
  return said;
}

before(() => {
  folder = layOut({ name: "extended", posts: {}, settings });
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  cpSync(join(root, "docs/pictures/home.png"), join(folder, "src/photo.png"));
  writeFileSync(join(folder, "src/dot.png"), Buffer.from(dot, "base64"));
  addIntegrations();
  build(folder);
});
