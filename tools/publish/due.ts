import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf, url } from "#model/address.ts";
import { type Entry, isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { isRedirectPage } from "./server-files.ts";

/** Addresses, in the order given, of dated posts whose time has come at `now` (milliseconds) and that do not stand yet, and of posts whose time is over that still do. */
export async function dueAddresses(
  entries: readonly Pick<Entry, "path" | "draft" | "date" | "expires">[],
  now: number,
  stands: (path: string) => boolean | Promise<boolean>,
): Promise<string[]> {
  const due: string[] = [];
  for (const entry of entries) {
    const isOver = !entry.draft && entry.expires !== undefined && entry.expires.epochMs <= now;
    const hasCome = entry.date !== undefined && isPublished(entry, now);
    if ((isOver || hasCome) && (await stands(entry.path)) === isOver) due.push(entry.path);
  }
  return due;
}

/** Whether a published site has a page at an address of its own; throws where it cannot tell. */
export function siteAnswers(site: Pick<Site, "address">): (path: string) => Promise<boolean> {
  return async (path) => {
    const asked = url(site, path);
    const answer = await fetch(asked, { signal: AbortSignal.timeout(20_000) });
    if (answer.status === 404 || answer.status === 410) return false;
    if (answer.status >= 400) throw new Error(String(answer.status));
    // A server may send all its addresses to another name; one that leads to another path is a moved one.
    return new URL(answer.url).pathname === new URL(asked).pathname && !isRedirectPage(await answer.text());
  };
}

/** Whether a published folder has a page at an address of its own. */
export function folderAnswers(folder: string): (path: string) => boolean {
  return (path) => {
    const file = join(folder, fileOf(path));
    return existsSync(file) && !isRedirectPage(readFileSync(file, "utf8"));
  };
}
