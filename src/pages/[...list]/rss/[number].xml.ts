import type { APIRoute } from "astro";
import { feedAnswer } from "#outputs/unwritten-feed.ts";
import { archivePaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => archivePaths(await openLibraries());

export const GET: APIRoute<{ path: string; number: number }> = async ({ props }) => {
  const { feeds } = await openLibrary(props.path);
  return feedAnswer("rss", feeds.archived(props.number), feeds.body);
};
