import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { childrenCpuSeconds, treeMegabytes } from "./process-tree.ts";

/** What a command took. */
export interface Cost {
  /** User and system time of the command and all its children. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Most memory that the command and its children held at one time, seen every 25 ms. */
  readonly peakMegabytes: number;
}

/** A command to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
}

const milliseconds = 25;

/** Runs a command alone and tells what it took and said; throws with its words where it fails. Linux only. */
export async function measured(command: Command): Promise<{ readonly cost: Cost; readonly output: string }> {
  const { program, args, folder, environment } = command;
  const cpu = ownChildren();
  const start = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => said.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => said.push(bytes));
  let peakMegabytes = 0;
  const look = () => {
    peakMegabytes = Math.max(peakMegabytes, child.pid === undefined ? 0 : treeMegabytes(child.pid));
  };
  const timer = setInterval(look, milliseconds);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  }).finally(() => clearInterval(timer));
  const output = Buffer.concat(said).toString("utf8");
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} (${String(status)})\n${output.slice(-4000)}`);
  const wallSeconds = (performance.now() - start) / 1000;
  return { cost: { cpuSeconds: ownChildren() - cpu, wallSeconds, peakMegabytes }, output };
}

function ownChildren(): number {
  return childrenCpuSeconds(readFileSync("/proc/self/stat", "utf8"));
}
