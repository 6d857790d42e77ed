import { pathsOf } from "#model/address.ts";
import type { TermWithPosts } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { feedArchivePath, feedFormats, type FeedFormat } from "#outputs/feed-address.ts";
import { digestOf } from "#cache/store.ts";
import type { Library } from "./library.ts";
import { changed } from "./static-paths.ts";
import { digestOfValue } from "./shown.ts";

/** A list that a feed follows: the whole of a language where no term is given. */
export interface FeedList {
  readonly path: string;
  readonly term: TermWithPosts | undefined;
}

/** What `getStaticPaths` of a feed's route `[...list]/…` returns: in each language all posts, and every category, tag and series. */
export function feedPaths(libraries: readonly Library[], format: FeedFormat) {
  return changed(
    format,
    libraries.flatMap((library) => feedCandidates(library, format)),
  );
}

function feedCandidates(library: Library, format: FeedFormat) {
  const { catalogue } = library;
  const { feeds, tagFeeds } = catalogue.site.outputs;
  if (!feeds.includes(format)) return [];
  const keyOfPosts = postsKey(library);
  return [
    undefined,
    ...catalogue.categories,
    ...(tagFeeds ? catalogue.tags : []),
    ...catalogue.series,
    ...catalogue.authors,
  ].map((term: TermWithPosts | undefined) => {
    const path = term?.path ?? pathsOf(catalogue.site).home;
    return {
      params: listParams(path),
      props: { path, term } satisfies FeedList,
      file: `${path.slice(1)}${feedFormats[format].file}`,
      key: () => keyOfPosts(library.feeds.posts(term), [path, term?.label, term ? 0 : library.feeds.archive.count]),
    };
  });
}

/** The parameter of a route `[...list]/…` for the list at a path. */
export function listParams(path: string): { list: string | undefined } {
  return { list: path.slice(1, -1) || undefined };
}

/** What `getStaticPaths` of the archive documents' route `[...list]/rss/[number].xml` returns (RFC 5005). */
export function archivePaths(libraries: readonly Library[]) {
  return changed("archive", libraries.flatMap(archiveCandidates));
}

function archiveCandidates(library: Library) {
  const { feeds, catalogue } = library;
  const keyOfPosts = postsKey(library);
  const path = pathsOf(catalogue.site).home;
  return Array.from({ length: feeds.archive.count }, (_, index) => index + 1).map((number) => ({
    params: { ...listParams(path), number: String(number) },
    props: { path, number },
    file: feedArchivePath(number, catalogue.site).slice(1),
    key: () => keyOfPosts(feeds.archive.posts(number), [number, number < feeds.archive.count]),
  }));
}

/** What `getStaticPaths` of the posts' Markdown sources returns; an MDX post's is made of its body, whose imports no digest covers. */
export function sourcePaths(libraries: readonly Library[]) {
  const posts = libraries.flatMap(({ catalogue }) => (catalogue.site.outputs.sources ? catalogue.posts : []));
  const candidates = posts.map((entry) => ({
    params: { post: entry.path.slice(1, -1) },
    props: { entry },
    file: `${entry.path.slice(1)}index.md`,
    key: () => (entry.format === "mdx" ? undefined : digestOfValue(entry)),
  }));
  return changed("sources", candidates);
}

/** What `getStaticPaths` of a file returns that every language has below its home. */
export function homes(libraries: readonly Library[]) {
  const paths = libraries.map(({ catalogue }) => pathsOf(catalogue.site).home);
  return paths.map((path) => ({ params: listParams(path), props: { path } }));
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
