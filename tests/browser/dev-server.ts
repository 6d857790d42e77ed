import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { freePort } from "../servers/running.ts";

/** A running `npm run dev`. */
export interface DevServer {
  readonly pid: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** All that it has said in the terminal so far. */
  readonly said: () => string;
  /** Resolves with its exit code once it has ended and said all. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** Waits until something is so, five minutes at most; what is thrown then says what the server had said. */
export async function until(isSo: () => boolean | Promise<boolean>, said: () => string): Promise<void> {
  for (const begun = Date.now(); !(await isSo()); await pause(50)) assert.ok(Date.now() - begun < 300_000, said());
}

/** Longer than anyone waits, also for a large site on a busy machine (milliseconds). */
const patienceMs = 600_000;

/** Starts what `npm run dev` runs in a laid-out site, on a free port; resolves when it answers at `home`, throws its words if it ends before. */
export async function startDev(folder: string, environment: NodeJS.ProcessEnv = {}, home = "/"): Promise<DevServer> {
  const port = await freePort();
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts: { dev: string } };
  const [, ...words] = scripts.dev.split(" ");
  const child = spawn(process.execPath, [...words, "--port", String(port), "--host", "127.0.0.1"], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", LANG: "ko_KR.UTF-8", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (words: string) => {
      said += words;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const stop = async () => {
    child.kill();
    await ended;
  };
  const origin = `http://127.0.0.1:${String(port)}`;
  for (const begun = Date.now(); !(await answers(origin + home)); await pause(50)) {
    if (child.exitCode === null && child.signalCode === null && Date.now() - begun < patienceMs) continue;
    await stop();
    throw new Error(said);
  }
  return { pid: child.pid ?? 0, origin, said: () => said, ended, stop };
}

/**
 * Leaves a page of the dev server's for an empty one. It may be loading again by itself, which takes the place of what is
 * asked for; and while what it loads takes its place, Chromium drops what is asked for without a word: it is asked for again.
 */
export async function leave(page: Page): Promise<void> {
  for (let tries = 0; tries < 6 && page.url() !== "about:blank"; tries += 1)
    await page.goto("about:blank", { timeout: 2000 }).catch(() => undefined);
}

/** Opens an address of the dev server's by way of an empty page; resolves with its status, throws where it never opens. */
export async function openIn(page: Page, address: string, tries = 20): Promise<number> {
  await leave(page);
  const answer = await page.goto(address).catch((error: Error) => {
    if (tries > 0 && /ERR_ABORTED|interrupted/u.test(error.message)) return undefined;
    throw error;
  });
  return answer?.status() ?? openIn(page, address, tries - 1);
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(origin)).ok;
  } catch {
    return false;
  }
}
