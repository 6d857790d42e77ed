import type { APIRoute } from "astro";
import { pathsOf } from "#model/address.ts";
import type { TermWithPosts } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { answer } from "#outputs/answer.ts";
import { feedArchivePath, type FeedFormat, feedPath } from "#outputs/feed-address.ts";
import { fedTerms } from "#outputs/feed-lists.ts";
import { feedAnswer } from "#outputs/unwritten-feed.ts";
import { digestOf } from "#cache/store.ts";
import { type Library, openLibraries, openLibrary } from "./library.ts";
import { changed, digestOfValue } from "./changed.ts";

/** A list that a feed follows: the whole of a language where no term is given. */
export interface FeedList {
  readonly path: string;
  readonly term: TermWithPosts | undefined;
}

/** The route `[...list]/…` of the feeds in a format: in each language that of all posts, and those of its lists. */
export function feedRoute(format: FeedFormat) {
  const getStaticPaths = async () => {
    const libraries = await openLibraries();
    return changed(
      format,
      libraries.flatMap((library) => feedCandidates(library, format)),
    );
  };
  const GET: APIRoute<FeedList> = async ({ props }) => {
    const { feeds } = await openLibrary(props.path);
    return feedAnswer(format, feeds.feed(props.term), feeds.body);
  };
  return { getStaticPaths, GET };
}

function feedCandidates(library: Library, format: FeedFormat) {
  const { catalogue, feeds } = library;
  const { site } = catalogue;
  if (!site.outputs.feeds.includes(format)) return [];
  return [undefined, ...fedTerms(catalogue)].map((term) => {
    const path = term?.path ?? pathsOf(site).home;
    return {
      params: listParams(path),
      props: { path, term } satisfies FeedList,
      file: feedPath(path, format).slice(1),
      key: () => keyOfPosts(library, feeds.posts(term), [path, term?.label, term ? 0 : feeds.archive.count]),
    };
  });
}

/** The parameter of a route `[...list]/…` for the list at a path. */
export function listParams(path: string): { list: string | undefined } {
  return { list: path.slice(1, -1) || undefined };
}

/** What `getStaticPaths` of the archive documents' route `[...list]/rss/[number].xml` returns (RFC 5005). */
export function archivePaths(libraries: readonly Library[]) {
  const candidates = libraries.flatMap((library) => {
    const { archive } = library.feeds;
    const { site } = library.catalogue;
    const path = pathsOf(site).home;
    return Array.from({ length: archive.count }, (_, index) => index + 1).map((number) => ({
      params: { ...listParams(path), number: String(number) },
      props: { path, number },
      file: feedArchivePath(number, site).slice(1),
      key: () => keyOfPosts(library, archive.posts(number), [number, number < archive.count]),
    }));
  });
  return changed("archive", candidates);
}

/** The route `[...list]/…` of a file that every language has below its home. */
export function homeRoute(type: string, write: (library: Library) => string) {
  const getStaticPaths = async () => {
    const paths = (await openLibraries()).map(({ catalogue }) => pathsOf(catalogue.site).home);
    return paths.map((path) => ({ params: listParams(path), props: { path } }));
  };
  const GET: APIRoute<{ path: string }> = async ({ props }) => answer(write(await openLibrary(props.path)), type);
  return { getStaticPaths, GET };
}

/** A key for a feed that carries some posts; none where an MDX post is among them, whose imports no digest covers. */
function keyOfPosts({ feeds }: Library, posts: readonly Entry[], about: readonly unknown[]): string | undefined {
  if (posts.some(({ format }) => format === "mdx")) return undefined;
  return digestOf(
    about,
    posts.map((post) => [digestOfValue(post), feeds.updated(post)]),
  );
}
