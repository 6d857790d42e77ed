import type { APIRoute } from "astro";
import type { Entry } from "#model/post.ts";
import { markdownPath, markdownSource } from "#outputs/markdown-source.ts";
import { bodyIn } from "#reading/front-matter.ts";
import { answer } from "#outputs/answer.ts";
import { openLibraries, openLibrary } from "#site/library.ts";
import { changed, digestOfValue } from "#site/changed.ts";

export const getStaticPaths = async () => {
  const libraries = await openLibraries();
  const sources = libraries.flatMap(({ catalogue: { posts, site } }) =>
    posts.map((entry) => [entry, markdownPath(entry, site)] as const),
  );
  const candidates = sources.flatMap(([entry, path]) => {
    // An MDX post's is made of its body, whose imports no digest covers.
    const key = () => (entry.format === "mdx" ? undefined : digestOfValue(entry));
    const params = { post: entry.path.slice(1, -1) };
    return path === undefined ? [] : [{ params, props: { entry }, file: path.slice(1), key }];
  });
  return changed("sources", candidates);
};

export const GET: APIRoute<{ entry: Entry }> = async ({ props: { entry } }) => {
  const { catalogue, feeds } = await openLibrary(entry.path);
  // A post that is a program (MDX), or says what readers may not see, is handed out as what it shows.
  const body = entry.format === "mdx" || entry.hidesWords ? await feeds.bodyOf(entry) : bodyIn(".", entry.file);
  return answer(markdownSource(entry, body, catalogue), "text/markdown");
};
