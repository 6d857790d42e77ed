import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setupSaid } from "../../src/text/setup.mjs";
import { npm } from "./run.mjs";

/** Packages with a native part, which node_modules of another system lacks. */
const nativeParts = ["@astrojs/compiler-rs", "satteri", "sharp"];

/** Installs what package-lock.json names, with the tools of tests only where they are asked for; throws when it cannot. */
export function installPackages({ root, node, tools = false }, install = npm) {
  const words = ["ci", tools ? "--include=dev" : "--omit=dev"];
  if (isInstalled(root, tools) && nativePartsLoad(root, node)) return;
  install(root, words);
  if (!nativePartsLoad(root, node)) throw new Error(setupSaid("not-loaded", { names: nativeParts.join(", ") }));
}

/** Whether every package that the lock asks for on any system stands in its version, by npm's own list of what it put there. */
function isInstalled(root, tools) {
  const put = join(root, "node_modules/.package-lock.json");
  if (!existsSync(put)) return false;
  const standing = JSON.parse(readFileSync(put, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, dev }]) => {
    if (path === "" || optional || devOptional || (dev && !tools)) return true;
    return standing[path]?.version === version && existsSync(join(root, path, "package.json"));
  });
}

function nativePartsLoad(root, node) {
  const check = nativeParts.map((name) => `await import(${JSON.stringify(name)});`).join("");
  return spawnSync(node, ["--input-type=module", "-e", check], { cwd: root }).status === 0;
}
