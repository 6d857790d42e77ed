import type { APIRoute } from "astro";
import type { Entry } from "#model/post.ts";
import { markdownPath, markdownSource } from "#outputs/markdown-source.ts";
import { answer } from "#site/feed-paths.ts";
import { openLibraries, openLibrary, plainBody } from "#site/library.ts";
import { changed, digestOfValue } from "#site/static-paths.ts";

export const getStaticPaths = async () => {
  const libraries = await openLibraries();
  const posts = libraries.flatMap(({ catalogue }) => (catalogue.site.outputs.sources ? catalogue.posts : []));
  const candidates = posts.map((entry) => ({
    params: { post: entry.path.slice(1, -1) },
    props: { entry },
    file: markdownPath(entry.path).slice(1),
    // An MDX post's is made of its body, whose imports no digest covers.
    key: () => (entry.format === "mdx" ? undefined : digestOfValue(entry)),
  }));
  return changed("sources", candidates);
};

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry } }) => {
  const library = await openLibrary(entry.path);
  return answer(markdownSource(entry, await plainBody(entry, library), library.catalogue), "text/markdown");
};
