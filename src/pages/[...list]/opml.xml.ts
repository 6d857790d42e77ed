import type { APIRoute } from "astro";
import { pathsOf } from "#model/address.ts";
import { opmlOfCategory, opmlOfSite } from "#outputs/feed-lists.ts";
import { answer } from "#outputs/answer.ts";
import { type FeedList, listParams } from "#site/feed-paths.ts";
import { openLibraries, openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => {
  const lists = (await openLibraries()).flatMap(({ catalogue: { site, categories } }): FeedList[] => [
    { path: pathsOf(site).home, term: undefined },
    ...categories.map((term) => ({ path: term.path, term })),
  ]);
  return lists.map((list) => ({ params: listParams(list.path), props: list }));
};

export const GET: APIRoute<FeedList> = async ({ props: { path, term } }) => {
  const { catalogue } = await openLibrary(path);
  return answer(term ? opmlOfCategory(term, catalogue) : opmlOfSite(catalogue), "text/x-opml+xml");
};
