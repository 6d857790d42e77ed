import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { installPackages, runtime } from "../../../commands/setup/packages.mjs";

const native = ["@astrojs/compiler-rs", "satteri", "sharp"];

/** A project whose lock names one package; `install` writes it and the native parts that `loads` names. */
function project(loads: (calls: number) => readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), "seogo-setup-"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  const packages = { "": {}, "node_modules/one": { version: "1.0.0" } };
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  const calls: string[][] = [];
  const npm = (_: string, words: string[]) => {
    calls.push(words);
    write(root, "one", "export {}");
    writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
    for (const name of native) {
      const source = loads(calls.length).includes(name)
        ? "export {}"
        : 'throw new Error("no native part for this system")';
      write(root, name, source);
    }
  };
  return { root, calls, npm };
}

function write(root: string, name: string, source: string): void {
  const folder = join(root, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, version: "1.0.0", type: "module", exports: "./index.js" }),
  );
  writeFileSync(join(folder, "index.js"), source);
}

test("a fresh folder is installed once by the lock, and not again while it stands", () => {
  const { root, calls, npm } = project(() => native);
  installPackages(root, npm);
  installPackages(root, npm);
  assert.deepEqual(calls, [["install"]]);
  rmSync(root, { recursive: true });
});

test("a lock made on another system, which leaves a native part out, is mended by installing afresh without it", () => {
  const { root, calls, npm } = project((call) => (call === 1 ? native.slice(1) : native));
  installPackages(root, npm);
  assert.deepEqual(calls, [["install"], ["install", "--no-package-lock"]]);
  rmSync(root, { recursive: true });
});

test("what cannot be mended says which packages do not load", () => {
  const { root, npm } = project(() => []);
  assert.throws(() => installPackages(root, npm), /@astrojs\/compiler-rs, satteri, sharp/u);
  rmSync(root, { recursive: true });
});

test("the Node that npm brought runs Seogo where it is there, else the one at hand", () => {
  const root = mkdtempSync(join(tmpdir(), "seogo-setup-"));
  assert.equal(runtime(root), process.execPath);
  const brought = join(root, "node_modules/node/bin/node");
  mkdirSync(dirname(brought), { recursive: true });
  symlinkSync(process.execPath, brought);
  assert.equal(runtime(root), process.platform === "win32" ? process.execPath : brought);
  rmSync(root, { recursive: true });
});
