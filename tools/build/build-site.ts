import { spawn } from "node:child_process";
import { join } from "node:path";
import { codeDigest } from "./code-digest.ts";
import { LockHeld, lock } from "./lock.ts";
import type { Proven } from "./integration.ts";
import { replaceTree } from "./replace.ts";
import { recover } from "./swap.ts";

/** One build of the site. */
export interface BuildRequest {
  /** The repository's root. */
  readonly root: string;
  /** Where the finished site goes. */
  readonly place: string;
  /** Milliseconds since the epoch for files that changed. */
  readonly now: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** What came of a build: the paths that changed, or why there is no new site; the old one then stands untouched. */
export type BuildResult = { readonly changed: readonly string[] } | { readonly failed: "busy" | "build" | "killed" };

/** Builds aside in `.seogo/staging`, where guards prove it, then replaces the site whole. */
export async function buildSite(request: BuildRequest): Promise<BuildResult> {
  const work = join(request.root, ".seogo");
  const staging = join(work, "staging");
  let unlock: () => void;
  try {
    unlock = lock(join(work, "build.lock"));
  } catch (error) {
    if (error instanceof LockHeld) return { failed: "busy" };
    throw error;
  }
  try {
    recover(request.place);
    const { status, proven } = await astroBuild(request, staging);
    if (status !== 0) return { failed: status === undefined ? "killed" : "build" };
    const sources = proven && new Map(proven.stamps);
    return { changed: replaceTree({ from: staging, place: request.place, work, now: request.now, sources }) };
  } finally {
    unlock();
  }
}

/** On a large machine V8 lets garbage pile up to a multiple of what is in use; so it takes a third less memory at about the same cost. */
const sparing = ["--max-semi-space-size=16", "--initial-old-space-size=200", "--heap-growing-percent=40"];
/** The same for the C library, where it is glibc, and for the bundler's allocator: what is free goes back to the system at once. */
const sparingToo = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "2000000", MIMALLOC_PURGE_DELAY: "0" };

interface Ended {
  /** Undefined where it was killed. */
  readonly status: number | undefined;
  readonly proven: Proven | undefined;
}

function astroBuild({ root, environment }: BuildRequest, staging: string): Promise<Ended> {
  const kept = {
    SEOGO_OUT_DIR: staging,
    SEOGO_PAGE_KEYS: join(root, ".seogo/page-keys"),
    SEOGO_CODE: codeDigest(root),
  };
  const child = spawn(process.execPath, [...sparing, join(root, "tools/build/astro.ts")], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // Astro would tell its makers of each build, and run git to name the project.
    env: { ...sparingToo, ...environment, ...kept, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  let proven: Proven | undefined;
  child.on("message", (told: Proven) => {
    proven = told;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve({ status: code ?? undefined, proven });
    });
  });
}
