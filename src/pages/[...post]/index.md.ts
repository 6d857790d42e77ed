import type { APIRoute } from "astro";
import type { Entry } from "#model/post.ts";
import { markdownSource } from "#outputs/markdown-source.ts";
import { answer, sourcePaths } from "#site/feed-paths.ts";
import { openLibrary, plainBody } from "#site/library.ts";

export const getStaticPaths = async () => sourcePaths(await openLibrary());

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry } }) => {
  const library = await openLibrary();
  return answer(markdownSource(entry, await plainBody(entry, library), library.catalogue), "text/markdown");
};
