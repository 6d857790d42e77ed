import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { recover } from "#tools/place/replace.ts";
import { build, fewPosts, layOut } from "./sites.ts";
import { snapshot } from "./snapshot.ts";
import { killedBefore } from "../unit/killed-before.ts";
import { seeded } from "../random.ts";

/** Changes on the disk before which a build is killed, and whether the new site stands by then. */
const instants = [
  [".*/staging/_redirects( |$)", false],
  [".*/dist\\.next", false],
  ["renameSync .*/dist .*/dist\\.last", false],
  ["renameSync .*/dist\\.next .*/dist$", false],
  ["renameSync .*/dist\\.last .*/spare$", true],
  [".*/tree\\.json", true],
  ["rmSync .*/build\\.lock$", true],
] as const;

/** A build killed with all its processes at any of `kills` instants leaves the whole old site, and the next one fixes all. */
export function assertWholeAfterKills(kills: number): Promise<void> {
  return seeded(kills, (shares) => assertWholeAfter(shares.map((share, kill) => ((kill + share) / kills) * 1.1)));
}

/** The same at given shares of a whole build's time. */
async function assertWholeAfter(instants: readonly number[]): Promise<void> {
  const folder = layOut({ name: "killed", posts: fewPosts });
  const dist = join(folder, "dist");
  build(folder);
  const old = snapshot(dist);
  appendFileSync(join(folder, "src/content/posts/첫-글.md"), "\n덧붙인 문단입니다.\n");
  const begun = process.hrtime.bigint();
  build(folder);
  const milliseconds = Number((process.hrtime.bigint() - begun) / 1_000_000n);
  const fresh = snapshot(dist);
  assert.notEqual(fresh, old);
  for (const [kill, instant] of instants.entries()) {
    const before = snapshot(dist);
    appendFileSync(join(folder, "src/content/posts/첫-글.md"), `\n${kill}번째 문단입니다.\n`);
    // Every second time all files are made anew, so that more of the build can be hit.
    if (kill % 2 === 1) rmSync(join(folder, ".seogo/page-keys"), { recursive: true, force: true });
    const ended = await killedBuild(folder, instant * milliseconds);
    recover(dist);
    const after = snapshot(dist);
    if (ended || after === before) continue;
    // Killed when the new site already stood: then it is the whole new one.
    build(folder);
    assert.equal(snapshot(dist), after, `kill ${kill}`);
  }
  build(folder);
  const fixed = snapshot(dist);
  rmSync(join(folder, ".seogo"), { recursive: true });
  rmSync(dist, { recursive: true });
  build(folder);
  assert.equal(snapshot(dist), fixed, "the build after all kills is the one made from nothing");
}

/** Killed at any of seven instants a build leaves the old site or the new one, and the next one is the one made from nothing. */
export function assertWholeAfterSteps(): void {
  const folder = layOut({ name: "killed-at", posts: fewPosts });
  const dist = join(folder, "dist");
  build(folder);
  for (const [at, isNew] of instants) {
    const before = snapshot(dist);
    appendFileSync(join(folder, "src/content/posts/첫-글.md"), `\n${at}에 덧붙인 문단입니다.\n`);
    const { env } = killedBefore(at);
    const { status } = spawnSync(process.execPath, ["commands/build.mjs"], {
      cwd: folder,
      env: { ...env, SOURCE_DATE_EPOCH: "1795564800" },
      stdio: "ignore",
    });
    assert.notEqual(status, 0, at);
    recover(dist);
    const left = snapshot(dist);
    build(folder);
    const after = snapshot(dist);
    assert.notEqual(after, before, at);
    assert.equal(left, isNew ? after : before, at);
  }
  const ended = snapshot(dist);
  for (const made of [".seogo", "dist"]) rmSync(join(folder, made), { recursive: true });
  build(folder);
  assert.equal(snapshot(dist), ended, "the build after all kills is the one made from nothing");
}

/** Begins a build and kills it with all its processes after some milliseconds; true where it had ended by itself. */
async function killedBuild(folder: string, milliseconds: number): Promise<boolean> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: "1795564800" };
  const child = spawn(process.execPath, ["commands/build.mjs"], { cwd: folder, env, stdio: "ignore", detached: true });
  const closed = new Promise((resolve) => child.once("close", resolve));
  await Promise.race([closed, setTimeout(milliseconds)]);
  const isOver = child.exitCode !== null;
  if (!isOver && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await closed;
  return isOver;
}
