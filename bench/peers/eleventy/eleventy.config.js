import syntaxHighlight from "@11ty/eleventy-plugin-syntaxhighlight";

const perPage = 20;
/** Eleventy's own slugify leaves nothing of Hangul, and every tag would want the same address. */
const slug = (label) =>
  label
    .trim()
    .toLowerCase()
    .replace(/[\s/]+/gu, "-");

export default function config(eleventy) {
  eleventy.addPlugin(syntaxHighlight);
  eleventy.addPassthroughCopy({ public: "/" });
  eleventy.addFilter("slug", slug);
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("first", (list, count) => list.slice(0, count));
  eleventy.addCollection("newest", newest);
  eleventy.addCollection("lists", (api) => {
    const posts = newest(api);
    return [
      ...pagesOf("/", "견주기", posts),
      ...shelves("categories", posts).flatMap(({ url, label, posts: listed }) => pagesOf(url, label, listed)),
      ...shelves("tags", posts).flatMap(({ url, label, posts: listed }) => pagesOf(url, label, listed)),
    ];
  });
  eleventy.addCollection("indexes", (api) => [
    { url: "/categories/", label: "카테고리", shelves: shelves("categories", newest(api)) },
    { url: "/tags/", label: "태그", shelves: shelves("tags", newest(api)) },
  ]);
  return {
    dir: { input: "content", includes: "../includes", output: "dist" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}

function newest(api) {
  return api.getFilteredByGlob("content/posts/*.md").sort((a, b) => b.date - a.date);
}

function shelves(kind, posts) {
  const found = new Map();
  for (const post of posts) {
    for (const label of post.data[kind] ?? []) {
      const shelf = found.get(label) ?? { url: `/${kind}/${slug(label)}/`, label, posts: [] };
      found.set(label, shelf);
      shelf.posts.push(post);
    }
  }
  return [...found.values()];
}

function pagesOf(url, label, posts) {
  const count = Math.max(1, Math.ceil(posts.length / perPage));
  const urlOf = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    url: urlOf(index + 1),
    label,
    number: index + 1,
    count,
    posts: posts.slice(index * perPage, (index + 1) * perPage),
    previous: index > 0 ? urlOf(index) : undefined,
    next: index + 1 < count ? urlOf(index + 2) : undefined,
  }));
}
