import { feedPath } from "#outputs/feed-address.ts";
import type { Redirect } from "#tools/prove/built-site.ts";
import { fixedPaths } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { type Entry, isPublished } from "#model/post.ts";

/** Addresses at which other generators and readers look for a whole site's feed. */
const oldFeeds = {
  rss: ["/index.xml", "/feed.xml", "/feed/", "/rss/", "/rss2.xml", "/feed/rss/", "/posts/index.xml"],
  atom: ["/atom/", "/feed/atom/"],
} as const;

/** What redirects depend on beside posts. */
export interface Addresses {
  /** Pages and files that stand; none is ever moved over. */
  readonly promised: ReadonlySet<string>;
  readonly ledger: readonly string[];
  /** Moves of `src/content/moves.txt`; those that lead to no page of ours are left out. */
  readonly written?: readonly (readonly [from: string, to: string])[];
  /** Which feeds are made; by default all. */
  readonly outputs?: Pick<Site["outputs"], "feeds" | "tagFeeds">;
  /** What stands above the pages of each further language: `/en`. */
  readonly prefixes?: readonly string[];
}

/**
 * Every address that leads elsewhere, in code point order: posts' aliases, other spellings of terms, feeds' old
 * addresses, lists that lost their last post, and what is written down.
 */
export function redirectsOf(
  entries: readonly Entry[],
  now: number,
  { promised, ledger, written = [], outputs, prefixes = [] }: Addresses,
): Redirect[] {
  const above = (path: string) => prefixes.find((prefix) => path.startsWith(`${prefix}/`)) ?? "";
  const standing = (to: string) => {
    const bare = to.slice(above(to).length);
    return isMade(bare, outputs) ? to : to.replace(/[^/]+$/u, bare.startsWith("/tags/") ? "" : "rss.xml");
  };
  const feeds = ["", ...prefixes].flatMap((prefix) =>
    (["rss", "atom"] as const).flatMap((format) =>
      oldFeeds[format].map((from) => [prefix + from, feedPath(`${prefix}/`, format)] as const),
    ),
  );
  const published = entries.filter((entry) => isPublished(entry, now));
  const found = new Map<string, string>([
    ...feeds,
    ...ledger.flatMap((path) => listRedirect(path, above(path), promised)),
    ...written.filter(([, to]) => promised.has(to.replace(/[^/]+\.xml$/u, ""))),
    ...published.flatMap(({ termRedirects = [] }) => termRedirects.map(({ from, to }) => [from, to] as const)),
    ...published.flatMap(({ aliases, path }) => aliases.map((alias) => [asFolder(alias), path] as const)),
  ]);
  return [...found]
    .filter(([from]) => !promised.has(from))
    .map(([from, to]) => ({ from, to: standing(to) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function isMade(to: string, outputs: Addresses["outputs"]): boolean {
  if (outputs === undefined) return true;
  if (to.startsWith(fixedPaths.tags) && to.endsWith(".xml")) return outputs.tagFeeds;
  return !to.endsWith("/atom.xml") || outputs.feeds.includes("atom");
}

/** Tags come and go as posts are edited; a list that is gone leads to the list of lists. */
function listRedirect(path: string, prefix: string, promised: ReadonlySet<string>): [from: string, to: string][] {
  const { tags, categories, series, all, find } = fixedPaths;
  const lists = [tags, categories, series, all, find, "/authors/"].map((list) => prefix + list);
  const above = lists.find((list) => path.startsWith(list));
  if (above === undefined || above === path) return [];
  return [[path, promised.has(above) ? above : prefix + fixedPaths.home]];
}

/** An address without slash and ending is that of a folder; servers answer both. */
export function asFolder(path: string): string {
  return /\/[^/.]+$/u.test(path) ? `${path}/` : path;
}
