import type { APIRoute } from "astro";
import type { TermWithPosts } from "#model/catalogue.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { jsonFeed } from "#outputs/json-feed.ts";
import { answer, feedPaths } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibrary(), "json");

export const GET: APIRoute<{ term?: TermWithPosts }> = async ({ props }) => {
  const { feeds } = await openLibrary();
  return answer(jsonFeed(await feeds.feed(props.term)), feedFormats.json.type);
};
