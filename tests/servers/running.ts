import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { ask } from "./request.ts";

/** A folder that goes when the test's process ends, after the servers that work in it. */
export function folderToServe(): string {
  const folder = mkdtempSync(join(tmpdir(), "seogo-"));
  // Begun by root, nginx reads files as another user.
  chmodSync(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A port of loopback that nothing uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Starts a server, waits until it answers, and ends it with the test; its words are shown where it never answers. */
export async function started(
  context: TestContext,
  command: readonly string[],
  { port, env = {} }: { port: number; env?: Record<string, string> },
): Promise<void> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, ...env }, detached: true });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => words.push(part.toString()));
  context.after(() => ended(child));
  for (let attempt = 0; attempt < 300; attempt++) {
    const answers = await ask(port, "/").then(
      () => true,
      () => false,
    );
    if (answers) return;
    if (child.exitCode !== null) break;
    await setTimeout(100);
  }
  throw new Error(`${program} did not answer:\n${words.join("")}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("close", resolve));
  process.kill(-child.pid, "SIGTERM");
  await Promise.race([
    gone,
    setTimeout(3000).then(() => child.pid && child.exitCode === null && process.kill(-child.pid, "SIGKILL")),
  ]);
}
