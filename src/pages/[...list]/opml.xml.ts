import type { APIRoute } from "astro";
import type { Shelf } from "#model/catalogue.ts";
import { opmlOfCategory, opmlOfSite } from "#outputs/opml.ts";
import { answer, feedPaths } from "../../feed-paths.ts";
import { openLibrary } from "../../library.ts";

export const getStaticPaths = async () =>
  feedPaths(await openLibrary()).filter(({ props: { shelf } }) => shelf === undefined || shelf.kind === "category");

export const GET: APIRoute<{ shelf?: Shelf }> = async ({ props: { shelf } }) => {
  const { catalogue } = await openLibrary();
  return answer(shelf ? opmlOfCategory(shelf, catalogue) : opmlOfSite(catalogue), "text/x-opml+xml");
};
