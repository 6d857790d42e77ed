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
 * Every address that leads elsewhere, in code point order: posts' aliases, other spellings of terms, feeds' old
 * addresses. A page that stands (`promised`) is never moved over.
 */
export function movesOf(entries: readonly Entry[], now: number, promised: ReadonlySet<string>): Move[] {
  const published = entries.filter((entry) => isPublished(entry, now));
  const found = new Map<string, string>([
    ...Object.entries(oldFeeds).map(([from, format]) => [from, feedPath("/", format)] as const),
    ...published.flatMap(({ termMoves = [] }) => termMoves.map(({ from, to }) => [from, to] as const)),
    ...published.flatMap(({ aliases, path }) => aliases.map((alias) => [asFolder(alias), path] as const)),
  ]);
  return [...found]
    .filter(([from]) => !promised.has(from))
    .map(([from, to]) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** An address without slash and ending is that of a folder; servers answer both. */
function asFolder(path: string): string {
  return /\/[^/.]+$/u.test(path) ? `${path}/` : path;
}
