import type { APIRoute } from "astro";
import { pathsOf } from "#model/address.ts";
import type { Entry } from "#model/post.ts";
import { answer } from "#outputs/answer.ts";
import { feedArchivePath, type FeedFormat, feedPath } from "#outputs/feed-address.ts";
import { fedTerms } from "#outputs/feed-lists.ts";
import { feedAnswer } from "#outputs/unwritten-feed.ts";
import { digestOf } from "#cache/store.ts";
import { type Library, openLibraries, openLibrary } from "./library.ts";
import { changed, digestOfValue } from "./changed.ts";

/** One file that a route makes below the address of a list or a post. */
interface Below {
  /** Of the list or the post. */
  readonly path: string;
  readonly file: string;
  /** Where the list has several such files, counted from 1. */
  readonly number?: number;
  /** Digest of all that the file shows; without one it is made in every build. */
  readonly key?: () => string | undefined;
}

/** A route `[...list]/…`: of the files that each language has, those that changed, each answered by what its language has now. */
export function listRoute<One extends Below>(
  name: string,
  filesOf: (library: Library) => readonly One[],
  write: (one: One, library: Library) => Response | Promise<Response>,
) {
  const getStaticPaths = async () => {
    const candidates = (await openLibraries()).flatMap(filesOf).map((one) => ({
      params: { list: one.path.slice(1, -1) || undefined, number: one.number?.toString() },
      props: one,
      file: one.file.slice(1),
      key: () => one.key?.(),
    }));
    return changed(name, candidates);
  };
  const GET: APIRoute<One> = async ({ props }) => write(props, await openLibrary(props.path));
  return { getStaticPaths, GET };
}

/** The route of the feeds in a format: in each language that of all posts, and those of its lists. */
export function feedRoute(format: FeedFormat) {
  const filesOf = (library: Library) => {
    const { catalogue, feeds } = library;
    const { site } = catalogue;
    if (!site.outputs.feeds.includes(format)) return [];
    return [undefined, ...fedTerms(catalogue)].map((term) => {
      const path = term?.path ?? pathsOf(site).home;
      const about = [path, term?.label, term ? 0 : feeds.archive.count];
      return { path, term, file: feedPath(path, format), key: () => keyOfPosts(library, feeds.posts(term), about) };
    });
  };
  return listRoute(format, filesOf, ({ term }, { feeds }) => feedAnswer(format, feeds.feed(term), feeds.body));
}

/** The route of the archive's documents (RFC 5005). */
export function archiveRoute() {
  const filesOf = (library: Library) => {
    const { archive } = library.feeds;
    const { site } = library.catalogue;
    return Array.from({ length: archive.count }, (_, index) => {
      const number = index + 1;
      const key = () => keyOfPosts(library, archive.posts(number), [number, number < archive.count]);
      return { path: pathsOf(site).home, number, file: feedArchivePath(number, site), key };
    });
  };
  return listRoute("archive", filesOf, ({ number }, { feeds }) =>
    feedAnswer("rss", feeds.archived(number), feeds.body),
  );
}

/** The route of a file that every language has below its home. */
export function homeRoute(name: string, type: string, write: (library: Library) => string) {
  const filesOf = ({ catalogue: { site } }: Library) => {
    const { home } = pathsOf(site);
    return [{ path: home, file: home + name }];
  };
  return listRoute(name, filesOf, (_, library) => answer(write(library), type));
}

/** A key for a feed that carries some posts; none where an MDX post is among them, whose imports no digest covers. */
function keyOfPosts({ feeds }: Library, posts: readonly Entry[], about: readonly unknown[]): string | undefined {
  if (posts.some(({ format }) => format === "mdx")) return undefined;
  return digestOf(
    about,
    posts.map((post) => [digestOfValue(post), feeds.updated(post)]),
  );
}
