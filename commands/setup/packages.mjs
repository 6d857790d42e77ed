// Plain JavaScript that Node 20 reads: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Packages with a native part that a lock file made on another system can leave out. */
const nativeParts = ["@astrojs/compiler-rs", "satteri", "sharp"];

const onWindows = process.platform === "win32";

/** The Node that runs Seogo: the one npm brought into node_modules, so that every machine builds with the same. */
export function runtime(root) {
  const brought = join(root, "node_modules", "node", "bin", onWindows ? "node.exe" : "node");
  return existsSync(brought) ? brought : process.execPath;
}

/** Installs what package-lock.json names where it is missing or older than the lock; throws when npm fails. */
export function installPackages(root, npm = runNpm) {
  if (!isInstalled(root)) npm(root, ["install"]);
  if (nativePartsLoad(root)) return;
  // npm ties optional native packages to the system the lock was made on; afresh, it picks this system's.
  rmSync(join(root, "node_modules"), { recursive: true, force: true });
  npm(root, ["install", "--no-package-lock"]);
  if (!nativePartsLoad(root)) throw new Error(`설치했지만 불러오지 못했습니다: ${nativeParts.join(", ")}`);
}

function isInstalled(root) {
  const stamp = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(stamp)) return false;
  const newest = ["package.json", "package-lock.json"].map((name) => join(root, name)).filter(existsSync);
  return newest.every((file) => statSync(file).mtimeMs <= statSync(stamp).mtimeMs + 1000) || sameVersions(root);
}

function sameVersions(root) {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(lock).every(([path, { version, optional }]) => {
    if (path === "" || optional) return true;
    const manifest = join(root, path, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  });
}

function nativePartsLoad(root) {
  const check = nativeParts.map((name) => `await import(${JSON.stringify(name)});`).join("");
  return spawnSync(runtime(root), ["--input-type=module", "-e", check], { cwd: root }).status === 0;
}

function runNpm(root, words) {
  console.log(`\n꾸러미를 설치합니다: npm ${words.join(" ")}`);
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", [...words, ...quiet], { cwd: root, stdio: "inherit", shell: onWindows });
  if (status !== 0) throw new Error(`npm ${words.join(" ")}이(가) 실패했습니다(종료 코드 ${status}).`);
}
