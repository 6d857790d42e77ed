import { existsSync, lstatSync, readlinkSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { rename } from "#cache/rename.ts";
import { step } from "./steps.ts";

const onWindows = process.platform === "win32";

/**
 * Puts a finished folder in the place of another, which becomes the spare where it can be moved there; between two
 * renames it stands at `<place>.last`.
 */
export function putInPlace(next: string, place: string, spare: string): void {
  const last = `${place}.last`;
  recover(place);
  rmSync(last, { recursive: true, force: true, maxRetries: 5 });
  if (existsSync(place)) rename(place, last);
  step("taken-down");
  rename(next, place);
  try {
    if (existsSync(last)) rename(last, spare);
  } catch {
    rmSync(last, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Fixes what a process killed between the two renames left: the old folder goes back to its place. */
export function recover(place: string): void {
  const last = `${place}.last`;
  if (existsSync(last) && !existsSync(place)) rename(last, place);
}

/**
 * Makes `link` point to `folder` in one rename; throws where something else than a link stands there. On Windows it is
 * a junction, which needs no right of its own, and stands an instant later than the old one falls.
 */
export function pointTo(folder: string, link: string): void {
  const standing = lstatSync(link, { throwIfNoEntry: false });
  if (standing !== undefined && !standing.isSymbolicLink()) throw new Error(`${link} is not a link`);
  const next = join(dirname(link), `.${basename(link)}.next`);
  rmSync(next, { force: true });
  if (onWindows) symlinkSync(resolve(folder), next, "junction");
  else symlinkSync(relative(dirname(resolve(link)), resolve(folder)), next, "dir");
  // There nothing can be renamed over a link to a folder.
  if (onWindows && standing !== undefined) unlinkSync(link);
  rename(next, link);
}

/** The folder a link points to, absolute; undefined where there is no link. */
export function targetOf(link: string): string | undefined {
  const standing = lstatSync(link, { throwIfNoEntry: false });
  return standing?.isSymbolicLink() ? resolve(dirname(link), readlinkSync(link)) : undefined;
}
