import type { APIRoute } from "astro";
import type { TermWithPosts } from "#model/catalogue.ts";
import { atom } from "#outputs/atom.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, feedPaths } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibrary(), "atom");

export const GET: APIRoute<{ term?: TermWithPosts }> = async ({ props }) => {
  const { feeds, catalogue } = await openLibrary();
  return answer(atom(await feeds.feed(props.term), catalogue.site), feedFormats.atom.type);
};
