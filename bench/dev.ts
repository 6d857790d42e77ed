import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, globSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../tests/site/sites.ts";
import { fileName, writeCorpus } from "./corpus.ts";
import { treeMegabytes } from "./process-tree.ts";
import { median } from "./statistics.ts";
import { seogo, type System } from "./systems.ts";

/** `npm run bench:dev [-- posts edits]`: how soon the dev server shows its first page and an edit, and whether its memory grows. */
const [posts = 1000, edits = 200] = process.argv.slice(2).map(Number);
const corpus = join(root, ".seogo/bench/dev", "corpus");
rmSync(corpus, { recursive: true, force: true });
writeCorpus({ folder: corpus, count: posts });
const system = seogo(corpus);
/** Longer than anyone waits. */
const patienceSeconds = 600;

console.log(`${String(posts)} posts`);
for (const start of ["first start, nothing kept", "second start"]) {
  const server = await started(system);
  console.log(`${start}: first page after ${server.seconds.toFixed(1)} s, ${megabytes(server.process)} MB`);
  if (start === "second start") await editAgain(server);
  await stopped(server.process);
}

interface DevServer {
  readonly process: ChildProcess;
  readonly origin: string;
  /** Until the first page was whole. */
  readonly seconds: number;
}

async function started({ folder, build }: System): Promise<DevServer> {
  const port = await freePort();
  const begin = performance.now();
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  const [, ...words] = (JSON.parse(manifest) as { scripts: { dev: string } }).scripts.dev.split(" ");
  const child = spawn(process.execPath, [...words, "--port", String(port), "--host", "127.0.0.1"], {
    cwd: folder,
    env: { ...process.env, ...build.environment },
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${String(port)}`;
  const seconds = await until(begin, async () => (await page(`${origin}/`)).includes("</html>"));
  return { process: child, origin, seconds };
}

async function editAgain({ process: child, origin }: DevServer): Promise<void> {
  const [file = fileName(0)] = globSync("*.md", { cwd: system.posts })
    .sort()
    .slice(posts >> 1);
  const address = `${origin}/posts/corpus/${file.replace(".md", "")}/`;
  await until(performance.now(), async () => (await page(address)).includes("</html>"));
  const seconds: number[] = [];
  for (let edit = 1; edit <= edits; edit += 1) {
    const mark = `고침표시${String(edit)}끝`;
    appendFileSync(join(system.posts, file), `\n${mark}\n`);
    seconds.push(await until(performance.now(), async () => (await page(address)).includes(mark)));
    if (edit === 1 || edit % Math.max(1, Math.floor(edits / 10)) === 0) {
      console.log(`edit ${String(edit)}: ${(seconds.at(-1) ?? 0).toFixed(2)} s, ${megabytes(child)} MB`);
    }
  }
  console.log(
    `edit visible after ${median(seconds).toFixed(2)} s (median), ${Math.max(...seconds).toFixed(2)} s (most)`,
  );
}

async function page(address: string): Promise<string> {
  try {
    return await (await fetch(address, { signal: AbortSignal.timeout(patienceSeconds * 1000) })).text();
  } catch {
    return "";
  }
}

/** Seconds since `begin` until something holds, asked every 20 ms; throws when it never does. */
async function until(begin: number, holds: () => Promise<boolean>): Promise<number> {
  while (performance.now() - begin < patienceSeconds * 1000) {
    if (await holds()) return (performance.now() - begin) / 1000;
    await pause(20);
  }
  throw new Error(`Nothing came within ${String(patienceSeconds)} s.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 4321;
}

function megabytes({ pid }: ChildProcess): string {
  return (pid === undefined ? 0 : treeMegabytes(pid)).toFixed(0);
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}
