import type { APIRoute } from "astro";
import type { TermWithPosts } from "#model/catalogue.ts";
import { rss } from "#outputs/rss.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, feedPaths } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibrary(), "rss");

export const GET: APIRoute<{ term?: TermWithPosts }> = async ({ props }) => {
  const { feeds } = await openLibrary();
  return answer(await rss(await feeds.feed(props.term)), feedFormats.rss.type);
};
