import type { APIRoute } from "astro";
import { atom } from "#outputs/atom.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, type FeedList, feedPaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibraries(), "atom");

export const GET: APIRoute<FeedList> = async ({ props }) => {
  const { feeds, catalogue } = await openLibrary(props.path);
  return answer(atom(await feeds.feed(props.term), catalogue.site), feedFormats.atom.type);
};
