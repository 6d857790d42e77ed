import { spawn } from "node:child_process";
import { join } from "node:path";
import { cachedStamps } from "#cache/page-keys.ts";
import { codeVersion } from "#cache/version.ts";
import { nowSpending, type Room, type Spent, spentToo } from "#cores/spent.ts";
import { stoppedBy } from "#tools/failure/ended.mjs";
import { lock } from "#tools/place/lock.ts";
import { recover, replaceTree } from "#tools/place/replace.ts";
import { clearLeftovers } from "#tools/place/leftovers.ts";

/** A new site, of which some paths changed, and what both processes spent on it; or why there is none: the old one then stands untouched. */
export type BuildResult =
  | { readonly changed: readonly string[]; readonly spent: ReadonlyMap<Room, Spent> }
  | { readonly failed: "build" | "killed" | "memory" };

/** Has Astro build aside in `.seogo/staging` and what lies there proved, then replaces `dist` whole; files that changed get the time `now`, in milliseconds. */
export async function buildSite({ root, now }: Readonly<{ root: string; now: number }>): Promise<BuildResult> {
  const [work, place] = [join(root, ".seogo"), join(root, "dist")];
  const [staging, pageKeys] = [join(work, "staging"), join(work, "page-keys")];
  const unlock = lock(join(work, "build.lock"));
  try {
    recover(place);
    // Only what Astro's routes wrote is used again: what others put here, they put again.
    clearLeftovers(staging, cachedStamps(pageKeys).keys());
    const own = { SEOGO_OUT_DIR: staging, SEOGO_PAGE_KEYS: pageKeys, SEOGO_CODE: codeVersion(root, "site") };
    const { failed, proved, spent } = await astroBuild(root, own);
    if (failed || !proved) return { failed: failed ?? "build" };
    nowSpending("placing");
    const changed = await replaceTree({ from: staging, place, work, now, sources: proved });
    return { changed, spent: spentToo(spent) };
  } finally {
    unlock();
  }
}

/** On a large machine V8 lets garbage pile up to a multiple of what is in use; so it takes a third less memory at about the same cost. */
const sparing = ["--max-semi-space-size=32", "--initial-old-space-size=260", "--heap-growing-percent=70"];
/** The same for the C library, where it is glibc, and for the bundler's allocator: what is free goes back to the system at once. */
const sparingToo = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "2000000", MIMALLOC_PURGE_DELAY: "0" };

/** What the process of a build came to: why it failed, where it did, and what it told before. */
interface Ended {
  readonly failed?: "build" | "killed" | "memory" | undefined;
  /** Stamps of the files it proved. */
  readonly proved?: ReadonlyMap<string, string>;
  readonly spent?: ReadonlyMap<Room, Spent>;
}

/** Runs `astro.mjs`, which proves in the process that built: its modules are loaded, its entries read. */
function astroBuild(root: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, [...sparing, join(root, "tools/build/astro.mjs")], {
    cwd: root,
    serialization: "advanced",
    // The channel closes when this process ends, however it ends.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // Astro would tell its makers of each build, and run git to name the project.
    env: { ...sparingToo, ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    const told = {};
    child.on("message", (message) => Object.assign(told, message));
    child.on("error", reject);
    child.on("close", (status, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve({ failed: status === 0 ? undefined : (stoppedBy(status, signal) ?? "build"), ...told });
    });
  });
}
