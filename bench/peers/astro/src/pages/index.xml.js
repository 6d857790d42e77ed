import rss from "@astrojs/rss";
import { newest } from "../newest.mjs";

export async function GET({ site }) {
  return rss({
    title: "견주기",
    description: "같은 글을 여러 도구로 짓는다",
    site,
    items: (await newest()).slice(0, 50).map(({ id, data, rendered }) => ({
      title: data.title,
      description: data.description,
      pubDate: data.date,
      link: `/posts/${id}/`,
      content: rendered?.html ?? "",
    })),
  });
}
