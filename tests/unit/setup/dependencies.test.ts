import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../site/sites.ts";

/** Names of the packages that a source imports, by its import and export lines and `import()` alone. */
function imported(source: string): string[] {
  const written = /^(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?"([^"]+)"|^\} from "([^"]+)"|\bimport\("([^"]+)"\)/gmu;
  return [...source.matchAll(written)]
    .map(([, plain, closing, later]) => plain ?? closing ?? later ?? "")
    .filter((name) => !/^[.#/]|^(?:virtual:)?astro:/u.test(name) && !isBuiltin(name))
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
import { i } from "virtual:astro:renderers";
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

/** What came to Node after 22.18, the oldest that runs Seogo (`commands/setup/node.mjs`); types and newer tests do not tell. */
const newer =
  /\b(?:RegExp\.escape|Promise\.try|Error\.isError|Iterator\.concat|Math\.sumPrecise|Uint8Array\.from(?:Hex|Base64)|(?:Float16Array|URLPattern|Temporal)\b)|\.(?:toHex|toBase64|getOrInsert(?:Computed)?)\(|\(\?[ims]*-?[ims]+:|^\s*(?:await )?using \w/mu;

test("what runs at an author's needs nothing that the oldest Node it says it runs on does not have", () => {
  const files = globSync("{src,tools,commands}/**/*.{ts,mjs,astro}", { cwd: root });
  assert.ok(files.length > 300);
  for (const file of files) {
    const code = readFileSync(join(root, file), "utf8").replace(/^\s*(?:\/\/|\/?\*).*$/gmu, "");
    assert.doesNotMatch(code, newer, file);
  }
});
