import type { APIRoute } from "astro";
import type { Entry } from "#model/post.ts";
import { markdownSource } from "#outputs/markdown-source.ts";
import { answer } from "../../feed-paths.ts";
import { openLibrary, plainBody } from "../../library.ts";

export const getStaticPaths = async () =>
  (await openLibrary()).catalogue.posts.map((entry) => ({
    params: { post: entry.path.slice(1, -1) },
    props: { entry },
  }));

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry } }) => {
  const library = await openLibrary();
  return answer(markdownSource(entry, await plainBody(entry, library), library.catalogue), "text/markdown");
};
