import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { test } from "node:test";
import { codeVersion } from "#cache/version.ts";
import { temporaryFolder, write } from "../temporary.ts";

const root = join(import.meta.dirname, "../../..");

/** What makes each thing that is cached. */
const makers = {
  content: ["src/reading/file-memory.ts", "src/reading/rendering.ts"],
  proof: ["tools/prove/read-site.ts"],
  bare: ["tools/build/bare-files.ts"],
} as const;

for (const [what, first] of Object.entries(makers))
  test(`every module on which ${what} rests makes another version of it`, (context) => {
    const folder = temporaryFolder(context);
    const modules = modulesFrom(first);
    assert.ok(modules.length > 5);
    write(folder, Object.fromEntries(modules.map((module) => [module, "1"])));
    const version = () => codeVersion(folder, what as keyof typeof makers);
    const seen = new Set([version()]);
    for (const module of modules) {
      write(folder, { [module]: "2" });
      assert.equal(seen.has(version()), false, module);
      seen.add(version());
    }
  });

/** The modules of the repository that some import, themselves included, but for the owner's settings, which are not code. */
function modulesFrom(first: readonly string[]): string[] {
  const found = new Set<string>(first);
  for (const module of found)
    for (const [, from, lazy] of readFileSync(join(root, module), "utf8").matchAll(importing)) {
      const name = from ?? lazy ?? "";
      const path = name.startsWith(".")
        ? join(dirname(module), name)
        : name.replace(/^#(tools\/)?/u, (_, tools?: string) => tools ?? "src/");
      if (existsSync(join(root, path)) && path !== "src/site.config.ts") found.add(path);
    }
  return [...found];
}

const importing = /^(?:import (?!type )[^;]*?|export (?!type )[^;]*? )from "([#.][^"]+)"|\bimport\("([#.][^"]+)"\)/gmu;
