import type { APIRoute } from "astro";
import type { Entry } from "#model/post.ts";
import { markdownSource } from "#outputs/markdown-source.ts";
import { answer, sourcePaths } from "#site/feed-paths.ts";
import { openLibraries, openLibrary, plainBody } from "#site/library.ts";

export const getStaticPaths = async () => sourcePaths(await openLibraries());

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry } }) => {
  const library = await openLibrary(entry.path);
  return answer(markdownSource(entry, await plainBody(entry, library), library.catalogue), "text/markdown");
};
