import { url } from "#model/address.ts";
import { type Entry, isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";

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
    const { status } = await fetch(url(site, path), { method: "HEAD", signal: AbortSignal.timeout(20_000) });
    if (status === 404 || status === 410) return false;
    if (status >= 400) throw new Error(String(status));
    return true;
  };
}
