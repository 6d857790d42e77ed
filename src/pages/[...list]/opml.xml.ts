import type { APIRoute } from "astro";
import type { Shelf } from "#model/catalogue.ts";
import { opmlOfCategory, opmlOfSite } from "#outputs/opml.ts";
import { answer } from "#site/feed-paths.ts";
import { openLibrary } from "#site/library.ts";

export const getStaticPaths = async () => {
  const { categories } = (await openLibrary()).catalogue;
  return [undefined, ...categories].map((shelf) => ({ params: { list: shelf?.path.slice(1, -1) }, props: { shelf } }));
};

export const GET: APIRoute<{ shelf?: Shelf }> = async ({ props: { shelf } }) => {
  const { catalogue } = await openLibrary();
  return answer(shelf ? opmlOfCategory(shelf, catalogue) : opmlOfSite(catalogue), "text/x-opml+xml");
};
