import { feedPath } from "#outputs/feed-address.ts";
import type { Move } from "#guards/built-site.ts";
import { type Entry, isPublished } from "#model/post.ts";

/** Addresses at which other generators and readers look for a whole site's feed. */
const oldFeeds: Readonly<Record<string, "rss" | "atom">> = {
  "/index.xml": "rss",
  "/feed.xml": "rss",
  "/feed/": "rss",
  "/rss/": "rss",
  "/rss2.xml": "rss",
  "/feed/rss/": "rss",
  "/posts/index.xml": "rss",
  "/atom/": "atom",
  "/feed/atom/": "atom",
};

/**
 * Every address that leads elsewhere, in code point order: posts' aliases and feeds' old addresses. A page that stands
 * (`promised`) is never moved over.
 */
export function movesOf(entries: readonly Entry[], now: number, promised: ReadonlySet<string>): Move[] {
  const found = new Map<string, string>(
    Object.entries(oldFeeds).map(([from, format]) => [from, feedPath("/", format)]),
  );
  for (const { aliases, path } of entries.filter((entry) => isPublished(entry, now)))
    for (const alias of aliases) found.set(alias, path);
  return [...found]
    .filter(([from]) => !promised.has(from))
    .map(([from, to]) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
