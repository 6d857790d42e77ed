import type { TermWithPosts } from "#model/catalogue.ts";
import type { Site } from "#model/site.ts";

/** The three formats of every feed: file name below its list's address, and media type. */
export const feedFormats = {
  rss: { file: "rss.xml", type: "application/rss+xml", label: "RSS" },
  atom: { file: "atom.xml", type: "application/atom+xml", label: "Atom" },
  json: { file: "feed.json", type: "application/feed+json", label: "JSON Feed" },
} as const;

/** `rss`, `atom` or `json`. */
export type FeedFormat = keyof typeof feedFormats;

/** A feed's site-relative path from its list's: `/tags/핀테크/` → `/tags/핀테크/rss.xml`. */
export function feedPath(listPath: string, format: FeedFormat): string {
  return `${listPath}${feedFormats[format].file}`;
}

/** The path of an archive document (RFC 5005 §4), counted from 1 for the oldest posts: `/rss/1.xml`, `/en/rss/1.xml`. */
export function feedArchivePath(number: number, { prefix = "" }: { readonly prefix?: string }): string {
  return `${prefix}/rss/${number}.xml`;
}

/** Whether a list has feeds of its own: not the index, and tags where the owner wants them. */
export function hasFeed({ kind }: Pick<TermWithPosts, "kind">, { outputs }: Pick<Site, "outputs">): boolean {
  return kind !== "word" && (kind !== "tag" || outputs.tagFeeds);
}
