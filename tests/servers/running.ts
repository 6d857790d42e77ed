import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ask } from "./request.ts";

/** A folder that goes when the test's process ends, after the servers that work in it. */
export function folderToServe(): string {
  const folder = mkdtempSync(join(tmpdir(), "seogo-"));
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

/** Starts a server and waits until it answers; returns what ends it. Its words are shown where it never answers. */
export async function started(
  command: readonly string[],
  { port, env = {} }: { port: number; env?: Record<string, string> },
): Promise<() => Promise<void>> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, ...env }, detached: true });
  const words: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => words.push(part.toString()));
  for (let attempt = 0; attempt < 300; attempt++) {
    const answers = await ask(port, "/").then(
      () => true,
      () => false,
    );
    if (answers) return () => ended(child);
    if (child.exitCode !== null) break;
    await setTimeout(100);
  }
  await ended(child);
  throw new Error(`${program} did not answer:\n${words.join("")}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const { pid } = child;
  const gone = new Promise((resolve) => child.once("close", resolve));
  process.kill(-pid, "SIGTERM");
  const late = setTimeout(3000, "late", { ref: false });
  if ((await Promise.race([gone, late])) === "late") process.kill(-pid, "SIGKILL");
  await gone;
}
