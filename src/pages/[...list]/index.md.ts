import { markdownPath, markdownSource } from "#outputs/markdown-source.ts";
import { bodyIn } from "#reading/front-matter.ts";
import { answer } from "#outputs/answer.ts";
import { listRoute } from "#site/list-routes.ts";
import { digestOfValue } from "#site/changed.ts";

export const { getStaticPaths, GET } = listRoute(
  "sources",
  ({ catalogue: { posts, site } }) =>
    posts.flatMap((entry) => {
      const file = markdownPath(entry, site);
      // An MDX post's is made of its body, whose imports no digest covers.
      const key = () => (entry.format === "mdx" ? undefined : digestOfValue(entry));
      return file === undefined ? [] : [{ path: entry.path, entry, file, key }];
    }),
  async ({ entry }, { catalogue, feeds }) => {
    // A post that is a program (MDX), or says what readers may not see, is handed out as what it shows.
    const body = entry.format === "mdx" || entry.hidesWords ? await feeds.bodyOf(entry) : bodyIn(".", entry.file);
    return answer(markdownSource(entry, body, catalogue), "text/markdown");
  },
);
