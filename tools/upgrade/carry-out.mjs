// Plain JavaScript that Node 20 reads: a copy of this file takes back what was killed before any other code runs.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { holderOf, isAlive } from "./holder.mjs";

const before = ".seogo/upgrade/before";
const packages = ".seogo/upgrade/node_modules";
const undo = ".seogo/upgrade/carry-out.mjs";
/** What runs that copy comes last here, and is replaced first, before code of two versions can meet. */
const callers = ["commands/start.mjs", "commands/run.mjs", "commands/setup/put-back.mjs"];

/** Where an owner's own state of a file stands that the new version replaced. @type {(version: string, path: string) => string} */
export function keptFile(version, path) {
  return `upgrade-kept/${version}/${path}`;
}

/** Makes the steps, having first put away what stands there, so that `putBack` undoes all of it. @type {(site: string, steps: readonly import("./plan.ts").Step[], version: string) => void} */
export function carryOut(site, steps, version) {
  const kept = steps.filter(({ kind }) => kind === "aside").map(({ path }) => keptFile(version, path));
  const touched = [...steps.map(({ path }) => path), ...kept];
  // One that was killed at its very end may have left some of these.
  for (const left of [before, packages]) rmSync(join(site, left), { recursive: true, force: true });
  for (const path of touched) if (existsSync(join(site, path))) cpSync(join(site, path), join(site, before, path));
  for (const name of ["carry-out.mjs", "holder.mjs"])
    cpSync(fileURLToPath(new URL(name, import.meta.url)), join(site, dirname(undo), name));
  // Last, since only a whole copy may be put back.
  writeFileSync(join(site, `${before}.json`), JSON.stringify(touched));
  const rank = ({ path, kind }) => (kind === "remove" ? -1 : callers.indexOf(path));
  for (const { path, kind, bytes } of steps.toSorted((a, b) => rank(b) - rank(a))) {
    if (kind === "aside") cpSync(join(site, path), join(site, keptFile(version, path)));
    if (bytes === undefined) removeFile(site, path);
    else write(join(site, path), bytes);
  }
}

/** Takes the packages out of the way, so that they can be put back. @type {(site: string) => void} */
export function putPackagesAway(site) {
  if (existsSync(join(site, "node_modules"))) renameSync(join(site, "node_modules"), join(site, packages));
}

/** Puts everything back as it was before `carryOut`; false where nothing is to be put back. @type {(site: string) => boolean} */
export function putBack(site) {
  if (!existsSync(join(site, `${before}.json`))) return false;
  for (const path of JSON.parse(readFileSync(join(site, `${before}.json`), "utf8"))) {
    rmSync(join(site, `${path}.new`), { force: true });
    if (existsSync(join(site, before, path))) cpSync(join(site, before, path), join(site, path));
    else removeFile(site, path);
  }
  if (existsSync(join(site, packages))) {
    rmSync(join(site, "node_modules"), { recursive: true, force: true });
    renameSync(join(site, packages), join(site, "node_modules"));
  }
  settle(site);
  return true;
}

/** Ends an upgrade: what was put away goes. @type {(site: string) => void} */
export function settle(site) {
  rmSync(join(site, `${before}.json`), { force: true });
  rmSync(join(site, ".seogo/upgrade"), { recursive: true, force: true });
}

/** Removes a file below a folder, and the folders in between that are empty without it. @type {(folder: string, path: string) => void} */
export function removeFile(site, path) {
  rmSync(join(site, path), { force: true });
  const folder = dirname(path);
  if (folder === "." || !existsSync(join(site, folder)) || readdirSync(join(site, folder)).length > 0) return;
  rmdirSync(join(site, folder));
  removeFile(site, folder);
}

function write(file, bytes) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

// Where the copy is run by itself.
if (process.argv[1]?.endsWith("carry-out.mjs")) {
  const holder = holderOf(".seogo/upgrade.lock");
  process.exitCode = holder && isAlive(holder) ? 2 : Number(!putBack(process.cwd()));
}
