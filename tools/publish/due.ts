import { url } from "#model/address.ts";
import { type Entry, isPublished } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** Addresses of dated posts whose time has come at `now` (milliseconds) and that do not stand yet, in the order given. */
export async function dueAddresses(
  entries: readonly Pick<Entry, "path" | "draft" | "date" | "expires">[],
  now: number,
  stands: (path: string) => boolean | Promise<boolean>,
): Promise<string[]> {
  const due: string[] = [];
  for (const entry of entries)
    if (entry.date !== undefined && isPublished(entry, now) && !(await stands(entry.path))) due.push(entry.path);
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
