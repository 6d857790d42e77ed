import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { rename } from "#cache/rename.ts";
import { Failure } from "#messages/failure.ts";
import { errorOf } from "#messages/message.ts";
import { addCompressed } from "./compress.ts";
import { lock } from "#tools/place/lock.ts";
import { filesIn } from "#tools/prove/site-files.ts";
import { makeTree, readRecord, saveRecord, serve } from "#tools/place/tree.ts";

const onWindows = process.platform === "win32";

export interface Release {
  /** The finished, proven site; never written to. */
  readonly from: string;
  /** The files that servers include, which stand beside the published folder as `<target>.server`; absent for none. */
  readonly server?: string;
  /** The published folder: a link of ours, or nothing yet, or an empty folder. */
  readonly target: string;
  /** How many releases stay, the new one included. */
  readonly keep: number;
  /** Milliseconds since the epoch for files that changed. */
  readonly now: number;
}

/** Publishes whole or not at all: a new release beside the old ones, then the link moves in one rename; returns the paths that changed. */
export async function publish({ from, server, target, keep, now }: Release): Promise<readonly string[]> {
  const folder = releasesOf(target);
  // Whatever the umask of who publishes, a server reads it.
  process.umask(0o022);
  const unlock = lock(join(folder, "lock"));
  const draft = join(folder, "next");
  try {
    checkTarget(target);
    // An empty folder makes room for the link.
    if (existsSync(target) && targetOf(target) === undefined) rmdirSync(target);
    serve(folder);
    const last = targetOf(target) ?? join(folder, "none");
    const plan = { from, last, next: draft, record: readRecord(folder), now, isLinked: true };
    const { record, changed } = await makeTree(plan);
    const copies = await addCompressed(plan, Object.keys(record), new Set(changed));
    const release = join(folder, String((releases(target).at(-1) ?? 0) + 1));
    removeRelease(release);
    if (server !== undefined) {
      cpSync(server, serverOf(release), { recursive: true });
      for (const name of ["", ...readdirSync(server)]) serve(join(serverOf(release), name));
    }
    rename(draft, release);
    const isAgain = changed.length === 0 && existsSync(last) && restOf(last) === restOf(release);
    stand(release, target);
    rmSync(heldFile(target), { force: true });
    saveRecord(folder, { ...record, ...copies });
    // One that is the same in all would be gone back to as if nothing had happened.
    if (isAgain) removeRelease(last);
    for (const old of releases(target).slice(0, -keep)) removeRelease(join(folder, String(old)));
    return changed;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    unlock();
  }
}

/**
 * Points the published folder, and what servers include, to the release before the one that stands; returns its number,
 * undefined where there is none; throws a Failure while something is published.
 */
export function rollBack(target: string): number | undefined {
  if (targetOf(target) === undefined) return undefined;
  const unlock = lock(join(releasesOf(target), "lock"));
  try {
    const standing = Number(basename(targetOf(target) ?? ""));
    const before = releases(target).findLast((release) => release < standing);
    if (before === undefined) return undefined;
    writeFileSync(heldFile(target), "");
    stand(join(releasesOf(target), String(before)), target);
    return before;
  } finally {
    unlock();
  }
}

/** Stands where what is published was gone back to, which no clock is to undo. */
export function heldFile(target: string): string {
  return join(releasesOf(target), "held");
}

/** The site is the last to change; servers read their files anew when they are told to, which comes after. */
function stand(release: string, target: string): void {
  if (existsSync(serverOf(release))) pointTo(serverOf(release), serverOf(target));
  pointTo(release, target);
}

/** What tells releases apart whose files have the same bytes: the names of all, and what servers include. */
function restOf(release: string): string {
  const server = serverOf(release);
  const names = existsSync(server) ? readdirSync(server) : [];
  return JSON.stringify([filesIn(release), names.map((name) => [name, readFileSync(join(server, name), "base64")])]);
}

function removeRelease(release: string): void {
  for (const gone of [release, serverOf(release)]) rmSync(gone, { recursive: true, force: true, maxRetries: 5 });
}

function serverOf(release: string): string {
  return `${release}.server`;
}

/** Numbers of the releases kept for a published folder, oldest first. */
export function releases(target: string): number[] {
  const folder = releasesOf(target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[1-9]\d*$/u.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** The folder beside a published one that holds its releases and what was ever published there. */
export function releasesOf(target: string): string {
  return `${resolve(target)}.releases`;
}

/** Throws a Failure where the published folder holds something that we did not put there. */
export function checkTarget(target: string): void {
  const shown = targetOf(target);
  const isOurs = shown !== undefined && dirname(shown) === releasesOf(target);
  if (!isOurs && existsSync(target) && readdirSync(target).length > 0) throw taken(target);
}

/** Throws a Failure where no link can be made beside what is published, for want of rights or on a disk without links. */
export function checkPlace(target: string): void {
  const [place, trial] = [dirname(resolve(target)), `${resolve(target)}.trial`];
  try {
    mkdirSync(place, { recursive: true });
    rmSync(trial, { force: true });
    makeLink(target, trial);
    unlinkSync(trial);
  } catch {
    throw new Failure([errorOf("target-place", { folder: place })]);
  }
}

const taken = (folder: string) => new Failure([errorOf("target-taken", { folder })]);

/**
 * Makes `link` point to `folder` in one rename; throws a Failure where something else than a link stands there. On Windows it is
 * a junction, which needs no right of its own, and stands an instant later than the old one falls.
 */
export function pointTo(folder: string, link: string): void {
  const standing = lstatSync(link, { throwIfNoEntry: false });
  if (standing !== undefined && !standing.isSymbolicLink()) throw taken(link);
  const next = join(dirname(link), `.${basename(link)}.next`);
  rmSync(next, { force: true });
  makeLink(folder, next);
  // There nothing can be renamed over a link to a folder.
  if (onWindows && standing !== undefined) unlinkSync(link);
  rename(next, link);
}

function makeLink(folder: string, link: string): void {
  if (onWindows) symlinkSync(resolve(folder), link, "junction");
  else symlinkSync(relative(dirname(resolve(link)), resolve(folder)), link, "dir");
}

/** The folder a link points to, absolute; undefined where there is no link. */
export function targetOf(link: string): string | undefined {
  const standing = lstatSync(link, { throwIfNoEntry: false });
  return standing?.isSymbolicLink() ? resolve(dirname(link), readlinkSync(link)) : undefined;
}
