import type { APIRoute } from "astro";
import { feedFormats } from "#outputs/feed-address.ts";
import { jsonFeed } from "#outputs/json-feed.ts";
import { answer, type FeedList, feedPaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibraries(), "json");

export const GET: APIRoute<FeedList> = async ({ props }) => {
  const { feeds } = await openLibrary(props.path);
  return answer(jsonFeed(await feeds.feed(props.term)), feedFormats.json.type);
};
