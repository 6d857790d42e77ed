import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setupSaid } from "../../src/text/setup.mjs";
import { npm } from "./run.mjs";

/** Outside node_modules: which Node a machine needs is not the lock's matter. */
const folder = ".seogo/node";

/** Whether a version of Node runs TypeScript by itself: 22.18, 23.6 and later. */
export function fits(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** Name of the npm package that holds Node's program for a system; those that `node` of npm brings by a script. */
export function nodePackage(platform, arch) {
  const system = platform === "win32" ? "win" : platform;
  return `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${system}-${arch}`;
}

/** Path of a Node that runs Seogo: this one where it fits, else Node 24 brought below the root; throws where none can be had. */
export function fittingNode(root, install = npm, version = process.versions.node) {
  if (fits(version)) return process.execPath;
  const name = nodePackage(process.platform, process.arch);
  const program = process.platform === "win32" ? "node.exe" : "node";
  const home = join(root, folder, "node_modules", name);
  const brought = join(home, "bin", program);
  if (runs(brought)) return brought;
  console.log(setupSaid("bringing-node", { version }));
  mkdirSync(join(root, folder), { recursive: true });
  try {
    install(root, ["install", "--prefix", folder, "--no-save", "--no-package-lock", `${name}@24`]);
  } catch {
    throw new Error(setupSaid("no-node", { version }));
  }
  // A third of it is for compiling, which nothing here does.
  rmSync(join(home, "include"), { recursive: true, force: true });
  if (!runs(brought)) throw new Error(setupSaid("no-node", { version }));
  return brought;
}

function runs(program) {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 && fits(stdout.trim().slice(1));
}
