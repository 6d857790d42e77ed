import type { APIRoute } from "astro";
import { rss } from "#outputs/rss.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, type FeedList, feedPaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibraries(), "rss");

export const GET: APIRoute<FeedList> = async ({ props }) => {
  const { feeds } = await openLibrary(props.path);
  return answer(await rss(await feeds.feed(props.term)), feedFormats.rss.type);
};
