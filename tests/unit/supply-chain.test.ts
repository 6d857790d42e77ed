import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const workflows = globSync(["deploy/*.yml", ".github/workflows/*.yml"], { cwd: root });

test("every action is pinned by commit, with its version beside it, and nothing installs without the lock", () => {
  const used = workflows.flatMap((file) => text(file).match(/uses: .*$/gmu) ?? []);
  assert.ok(used.length >= 9);
  for (const line of used) assert.match(line, /^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  for (const file of workflows) assert.doesNotMatch(text(file), /npm (?:install|i|update)\b/u, file);
});

test("the lock holds every package by version and digest", () => {
  const { packages } = JSON.parse(text("package-lock.json")) as { packages: Record<string, { integrity?: string }> };
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== "" && !integrity?.startsWith("sha512-"),
  );
  assert.deepEqual(
    loose.map(([path]) => path),
    [],
  );
});

test("every package that would run a script when it is installed is named, and none may", () => {
  const { packages } = JSON.parse(text("package-lock.json")) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
  };
  const { allowScripts } = JSON.parse(text("package.json")) as { allowScripts: Record<string, boolean> };
  const scripted = Object.entries(packages)
    // `fsevents` is installed on macOS alone, for which it brings its own binary.
    .filter(([path, { hasInstallScript }]) => hasInstallScript === true && !path.endsWith("/fsevents"))
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
  assert.deepEqual([...new Set(scripted)].sort(), Object.keys(allowScripts).sort());
  assert.ok(Object.values(allowScripts).every((allowed) => !allowed));
});
