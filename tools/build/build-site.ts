import { spawn } from "node:child_process";
import { join } from "node:path";
import { keptStamps } from "#cache/page-keys.ts";
import { codeVersion } from "#cache/version.ts";
import { LockHeld, lock } from "./lock.ts";
import { replaceTree } from "./replace.ts";
import { clearStrays } from "./strays.ts";
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

/** Has Astro build aside in `.seogo/staging`, proves what lies there when Astro has ended, then replaces the site whole. */
export async function buildSite(request: BuildRequest): Promise<BuildResult> {
  const { root, place, now, environment } = request;
  const work = join(root, ".seogo");
  const [staging, pageKeys] = [join(work, "staging"), join(work, "page-keys")];
  let unlock: () => void;
  try {
    unlock = lock(join(work, "build.lock"));
  } catch (error) {
    if (error instanceof LockHeld) return { failed: "busy" };
    throw error;
  }
  try {
    recover(place);
    // Only what Astro's routes wrote is used again: what others put here, they put again.
    clearStrays(staging, keptStamps(pageKeys).keys());
    const [status, { proveSite }] = await Promise.all([
      astroBuild(request, { staging, pageKeys }),
      import("./prove-site.ts"),
    ]);
    if (status !== 0) return { failed: status === undefined ? "killed" : "build" };
    const { failed, stamps } = await proveSite({ root, folder: staging, now, environment, pageKeys });
    if (failed) return { failed: "build" };
    return { changed: replaceTree({ from: staging, place, work, now, sources: stamps }) };
  } finally {
    unlock();
  }
}

/** On a large machine V8 lets garbage pile up to a multiple of what is in use; so it takes a third less memory at about the same cost. */
const sparing = ["--max-semi-space-size=16", "--initial-old-space-size=200", "--heap-growing-percent=40"];
/** The same for the C library, where it is glibc, and for the bundler's allocator: what is free goes back to the system at once. */
const sparingToo = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "2000000", MIMALLOC_PURGE_DELAY: "0" };

/** The exit code of Astro; undefined where it was killed. */
function astroBuild(
  { root, environment }: BuildRequest,
  { staging, pageKeys }: { readonly staging: string; readonly pageKeys: string },
): Promise<number | undefined> {
  const kept = { SEOGO_OUT_DIR: staging, SEOGO_PAGE_KEYS: pageKeys, SEOGO_CODE: codeVersion(root, "site") };
  const child = spawn(process.execPath, [...sparing, join(root, "tools/build/astro.ts")], {
    cwd: root,
    // The channel closes when this process ends, however it ends.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // Astro would tell its makers of each build, and run git to name the project.
    env: { ...sparingToo, ...environment, ...kept, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve(code ?? undefined);
    });
  });
}
