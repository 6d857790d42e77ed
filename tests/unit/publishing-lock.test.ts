import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { lock } from "#tools/place/lock.ts";
import { temporaryFolder } from "./temporary.ts";

test("one holds the lock at a time, and giving it back frees it", (context) => {
  const file = join(temporaryFolder(context), "a/build.lock");
  const unlock = lock(file);
  assert.throws(() => lock(file), { name: "Failure" });
  unlock();
  lock(file)();
  assert.equal(existsSync(file), false);
});

/** A process that has ended and stays listed, since its parent never asks how: in a container, all that lost theirs. */
async function unasked(context: TestContext): Promise<{ pid: number; began: string | undefined }> {
  // The shell becomes a program that knows of no child, and the child lives until then.
  const child = '(while [ "$(cat /proc/$$/comm)" != sleep ]; do sleep 0.01; done)';
  const parent = spawn("sh", ["-c", `${child} & echo $!; exec sleep 60`]);
  context.after(() => parent.kill());
  const pid = Number((await once(parent.stdout, "data"))[0]);
  const fields = () => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  for (let tries = 0; fields()[0] !== "Z"; tries += 1) {
    assert.ok(tries < 6000);
    await wait(10);
  }
  return { pid, began: fields()[19] };
}

test("a lock left by a dead process, a reused process id or half a write is taken over", async (context) => {
  const folder = temporaryFolder(context);
  const file = join(folder, "build.lock");
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const isLinux = existsSync("/proc/self/stat");
  const stale = [
    JSON.stringify({ ...(isLinux && (await unasked(context))), host: hostname(), token: "c" }),
    JSON.stringify({ pid: dead, host: hostname(), began: "", token: "a" }),
    JSON.stringify({ pid: process.pid, host: hostname(), began: "1", token: "b" }),
    "",
    '{"pid":',
  ];
  for (const text of stale.slice(isLinux ? 0 : 3)) {
    writeFileSync(file, text);
    lock(file)();
    assert.deepEqual(readdirSync(folder), [], text);
  }
});

test("what a process holds, those it calls hold too, and nobody else", (context) => {
  const file = join(temporaryFolder(context), "build.lock");
  const locking = `import { lock } from "#tools/place/lock.ts"; lock(${JSON.stringify(file)})();`;
  const status = () => spawnSync(process.execPath, ["--input-type=module", "-e", locking]).status;
  const unlock = lock(file);
  const held = readFileSync(file, "utf8");
  assert.equal(status(), 0);
  assert.equal(readFileSync(file, "utf8"), held);
  unlock();
  const runner = { pid: process.ppid, host: hostname(), began: "", token: "a" };
  writeFileSync(file, JSON.stringify(runner));
  assert.equal(status(), 1);
});

test("a lock held on another machine is respected", (context) => {
  const file = join(temporaryFolder(context), "build.lock");
  const held = JSON.stringify({ pid: 1, host: "another", began: "", token: "a" });
  writeFileSync(file, held);
  // Its name may be this machine's own of yesterday: the way out is told.
  assert.throws(
    () => lock(file),
    ({ message }: Error) => message.includes(file) && message.includes("another"),
  );
  assert.equal(readFileSync(file, "utf8"), held);
});
