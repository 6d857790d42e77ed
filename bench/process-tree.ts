import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second and memory in pages of 4 KiB for programs that ask /proc. */
const ticksPerSecond = 100;
const pageBytes = 4096;

/** User and system seconds of the children that a process has waited for, theirs included, from its `/proc/…/stat`. */
export function childrenCpuSeconds(stat: string): number {
  // The name in brackets may hold blanks and brackets itself; the third field follows the last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/** Resident memory in MB of a process and all below it, now; 0 once it has ended. */
export function treeMegabytes(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + (Number(read(one, "statm").split(" ")[1]) || 0), 0) * (pageBytes / 1e6);
}

function treeOf(pid: number): number[] {
  const children = read(pid, `task/${String(pid)}/children`)
    .split(" ")
    .filter(Boolean)
    .map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, "utf8").trim();
  } catch {
    return "";
  }
}
