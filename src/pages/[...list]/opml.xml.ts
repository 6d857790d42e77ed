import type { APIRoute } from "astro";
import type { TermWithPosts } from "#model/catalogue.ts";
import { opmlOfCategory, opmlOfSite } from "#outputs/opml.ts";
import { answer } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => {
  const { categories } = (await openLibrary()).catalogue;
  return [undefined, ...categories].map((term) => ({ params: { list: term?.path.slice(1, -1) }, props: { term } }));
};

export const GET: APIRoute<{ term?: TermWithPosts }> = async ({ props: { term } }) => {
  const { catalogue } = await openLibrary();
  return answer(term ? opmlOfCategory(term, catalogue) : opmlOfSite(catalogue), "text/x-opml+xml");
};
