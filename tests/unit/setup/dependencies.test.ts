import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../site/sites.ts";

/** Names of the packages that a source imports, by its import and export lines and `import()` alone. */
function imported(source: string): string[] {
  const written = /^(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?"([^"]+)"|^\} from "([^"]+)"|\bimport\("([^"]+)"\)/gmu;
  return [...source.matchAll(written)]
    .map(([, plain, closing, later]) => plain ?? closing ?? later ?? "")
    .filter((name) => !/^[.#/]|^astro:/u.test(name) && !isBuiltin(name))
    .map((name) => (/^(?:@[^/]+\/)?[^/]+/u.exec(name) ?? [""])[0]);
}

test("imports are read off every form", () => {
  const source = `import a from "one";
import { b } from "two/part";
import type { C } from "@three/c/d";
import "four";
export { d } from "five";
import {
  e,
} from "six";
const late = await import("seven");
import { f } from "#model/f.ts";
import { g } from "node:fs";
import { h } from "astro:content";
const text = 'from "nothing"';
`;
  assert.deepEqual(imported(source).sort(), ["@three/c", "five", "four", "one", "seven", "six", "two"]);
});

test("what runs at an author's imports nothing that is installed for tests alone, and all that is installed", () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const files = ["src", "tools", "commands"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:ts|mjs|astro|mdx)$/u.test(file) && !file.startsWith("content"))
      .map((file) => join(root, folder, file)),
  );
  const used = new Set(
    [...files, join(root, "astro.config.mjs")].flatMap((file) => imported(readFileSync(file, "utf8"))),
  );
  assert.deepEqual([...used].sort(), Object.keys(dependencies).sort());
});
