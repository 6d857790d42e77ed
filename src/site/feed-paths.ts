import type { TermWithPosts } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { feedArchivePath, feedFormats, type FeedFormat } from "#outputs/feed-address.ts";
import { digestOf } from "#cache/store.ts";
import type { Library } from "./library.ts";
import { changed } from "./static-paths.ts";
import { digestOfValue } from "./shown.ts";

/** What `getStaticPaths` of a feed's route `[...list]/…` returns: the whole site, and every category, tag and series. */
export function feedPaths(library: Library, format: FeedFormat) {
  const { catalogue } = library;
  const { feeds, tagFeeds } = catalogue.site.outputs;
  if (!feeds.includes(format)) return [];
  const keyOfPosts = postsKey(library);
  const candidates = [
    undefined,
    ...catalogue.categories,
    ...(tagFeeds ? catalogue.tags : []),
    ...catalogue.series,
    ...catalogue.authors,
  ].map((term: TermWithPosts | undefined) => ({
    params: { list: term?.path.slice(1, -1) },
    props: { term },
    file: `${term?.path.slice(1) ?? ""}${feedFormats[format].file}`,
    key: () => keyOfPosts(library.feeds.posts(term), [term?.path, term?.label, term ? 0 : library.feeds.archive.count]),
  }));
  return changed(format, candidates);
}

/** What `getStaticPaths` of the archive documents' route `rss/[number].xml` returns (RFC 5005). */
export function archivePaths(library: Library) {
  const { feeds } = library;
  const keyOfPosts = postsKey(library);
  const candidates = Array.from({ length: feeds.archive.count }, (_, index) => index + 1).map((number) => ({
    params: { number: String(number) },
    props: { number },
    file: feedArchivePath(number).slice(1),
    key: () => keyOfPosts(feeds.archive.posts(number), [number, number < feeds.archive.count]),
  }));
  return changed("archive", candidates);
}

/** What `getStaticPaths` of the posts' Markdown sources returns; an MDX post's is made of its body, whose imports no digest covers. */
export function sourcePaths({ catalogue }: Library) {
  const candidates = (catalogue.site.outputs.sources ? catalogue.posts : []).map((entry) => ({
    params: { post: entry.path.slice(1, -1) },
    props: { entry },
    file: `${entry.path.slice(1)}index.md`,
    key: () => (entry.format === "mdx" ? undefined : digestOfValue(entry)),
  }));
  return changed("sources", candidates);
}

/** The answer of an endpoint; hosts that serve files go by the file's name instead. */
export function answer(text: string, type: string): Response {
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}

/** A key for feeds that carry some posts; none where an MDX post is among them, whose imports no digest covers. */
function postsKey(library: Library) {
  const one = (entry: Entry) => [digestOfValue(entry), library.feeds.updated(entry)];
  return (entries: readonly Entry[], about: readonly unknown[]) =>
    entries.some(({ format }) => format === "mdx") ? undefined : digestOf(about, entries.map(one));
}
