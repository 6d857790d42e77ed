import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { isRunning } from "#cache/store.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that process began, where the system tells; a process id alone is given out again. */
  readonly began: string;
  readonly token: string;
}

/**
 * Takes the lock and returns what gives it back; a dead process's lock is taken over, and what the process holds that
 * called this one is held already. Throws a Failure that names the file and who holds it otherwise.
 */
export function lock(file: string): () => void {
  const mine: Holder = { pid: process.pid, host: hostname(), began: beganAt(process.pid) ?? "", token: randomUUID() };
  mkdirSync(dirname(file), { recursive: true });
  while (!created(file, mine)) {
    const holder = holderOf(file);
    if (holder !== undefined && isAlive(holder)) {
      if (holder.pid === process.ppid) return () => undefined;
      const { pid, host } = holder;
      throw new Failure([errorOf("lock-held", { pid, host, file })]);
    }
    removeStale(file, holder?.token);
  }
  return () => {
    if (holderOf(file)?.token === mine.token) rmSync(file, { force: true });
  };
}

/** Makes the lock by a link, which appears with its whole text or not at all, or on disks without links by a new file; false where one stands. */
function created(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}`;
  const text = JSON.stringify(holder);
  try {
    writeFileSync(draft, text);
    return isNew(() => linkSync(draft, file));
  } catch {
    return isNew(() => writeFileSync(file, text, { flag: "wx" }));
  } finally {
    rmSync(draft, { force: true });
  }
}

function isNew(create: () => void): boolean {
  try {
    create();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes the lock with this token. Another process may have taken the lock since it was read: then what was moved aside is put back. */
function removeStale(file: string, token: string | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (holderOf(aside)?.token === token) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const began = beganAt(holder.pid);
  return began === undefined || holder.began === "" || began === holder.began;
}

/** Start time in clock ticks since boot, from the 22nd field of /proc/PID/stat (Linux alone); "Z" once it has ended and is only listed. */
function beganAt(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? "Z" : fields[19];
  } catch {
    return undefined;
  }
}
