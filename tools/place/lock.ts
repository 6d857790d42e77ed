import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { beganAt, type Holder, holderOf, isAlive } from "#tools/upgrade/holder.mjs";

/**
 * Takes the lock and returns what gives it back; a dead process's lock is taken over, and what the process holds that
 * called this one is held already. Throws a Failure that names the file and who holds it otherwise.
 */
export function lock(file: string): () => void {
  const mine: Holder = { pid: process.pid, host: hostname(), began: beganAt(process.pid), token: randomUUID() };
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
