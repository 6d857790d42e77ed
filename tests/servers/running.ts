import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
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

/** A port of loopback that nothing uses now, and below those that systems give to connections: one of them may be gone before its server begins. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(20_000 + Math.floor(Math.random() * 12_000), "127.0.0.1");
  const port = await new Promise<number>((resolve) => {
    server.once("error", () => resolve(0));
    server.once("listening", () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port || freePort();
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
  // Minutes, where the machine is busy.
  for (let attempt = 0; attempt < 3000; attempt++) {
    const answers = await ask(port, "/").then(
      () => true,
      () => false,
    );
    if (answers) return () => ended(child);
    if (child.exitCode !== null || child.signalCode !== null) break;
    await setTimeout(100);
  }
  await ended(child);
  throw new Error(`${program} did not answer:\n${words.join("")}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const { pid } = child;
  const gone = new Promise((resolve) => child.once("close", resolve));
  process.kill(-pid, "SIGTERM");
  const late = setTimeout(3000, "late", { ref: false });
  if ((await Promise.race([gone, late])) === "late") process.kill(-pid, "SIGKILL");
  await gone;
}
