// Plain JavaScript that Node 20 reads: carry-out.mjs asks it before any other code runs.
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Who holds a lock: `began` is when that process began, where the system tells, as a process id alone is given out again.
 *
 * @typedef {Readonly<{ pid: number, host: string, began: string, token: string }>} Holder
 */

/** The holder that a lock names; undefined where none does. @type {(file: string) => Holder | undefined} */
export function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether the process still runs that took a lock; of another machine's that is never known. @type {(holder: Holder) => boolean} */
export function isAlive({ pid, host, began }) {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (Object(error).code !== "EPERM") return false;
  }
  const begun = beganAt(pid);
  return begun === "" || began === "" || begun === began;
}

/** Start time in clock ticks since boot, from the 22nd field of /proc/PID/stat (Linux alone), "" elsewhere; "Z" once it has ended and is only listed. @type {(pid: number) => string} */
export function beganAt(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? "Z" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
