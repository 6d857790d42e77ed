import type { APIRoute } from "astro";
import type { Shelf } from "#model/catalogue.ts";
import { atom } from "#outputs/atom.ts";
import { feedFormats } from "#outputs/feed-address.ts";
import { answer, feedPaths } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => feedPaths(await openLibrary(), "atom");

export const GET: APIRoute<{ shelf?: Shelf }> = async ({ props }) => {
  const { feeds, catalogue } = await openLibrary();
  return answer(atom(await feeds.feed(props.shelf), catalogue.site), feedFormats.atom.type);
};
