import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const post = (title: string, more = "") => `---\ntitle: ${title}\ndate: 2020-06-01\n${more}---\n글\n`;

test("old lists and feeds are written down as redirects; addresses of posts are not among them", async () => {
  const { root, remove } = sourceOf({
    "hugo.toml": 'baseURL = "https://blog.test/"\n[taxonomies]\ntag = "topics"\ncategory = "categories"\n',
    "content/post/가.md": post("가", "topics: [자바, C++]\ncategories: [개발]\n"),
    "content/Dev Log/나.md": post("나", "url: /topics/\n"),
  });
  const ours = await imported(root);
  try {
    const redirects = ours.redirects();
    assert.deepEqual(Object.fromEntries(redirects), {
      "/categories/index.xml": "/rss.xml",
      "/categories/개발/index.xml": "/categories/개발/rss.xml",
      "/dev-log/": "/posts/",
      "/dev-log/index.xml": "/rss.xml",
      "/post/": "/posts/",
      "/post/index.xml": "/rss.xml",
      "/topics/c++/": "/tags/c++/",
      "/topics/c++/index.xml": "/tags/c++/rss.xml",
      "/topics/index.xml": "/rss.xml",
      "/topics/자바/": "/tags/자바/",
      "/topics/자바/index.xml": "/tags/자바/rss.xml",
    });
    assert.deepEqual(ours.entries.find(({ title }) => title === "가")?.tags, ["자바", "C++"]);
  } finally {
    ours.remove();
    remove();
  }
});

test("a link to a list that stands at the same address with us is no warning", async () => {
  const { root, remove } = sourceOf({
    "hugo.toml": 'baseURL = "https://blog.test/"\n',
    "content/post/가.md": post("가", "tags: [봄]\n").replace(
      "글",
      "[봄](/tags/봄/) [모두](/categories/) [없음](/tags/겨울/)",
    ),
  });
  const ours = await imported(root);
  const told = ours.report.pages.flatMap(({ warnings }) => warnings.map(({ values }) => values["address"]));
  assert.deepEqual(told, ["/tags/겨울/"]);
  assert.equal(ours.redirects().has("/tags/봄/"), false);
  ours.remove();
  remove();
});

/** The redirects that an import writes down, and the links of which it tells that they lead nowhere. */
async function listsOf(files: Readonly<Record<string, string>>) {
  const { root, remove } = sourceOf(files);
  const ours = await imported(root);
  const told = ours.report.pages.flatMap(({ warnings }) => warnings.flatMap(({ values }) => values["address"] ?? []));
  const redirects = Object.fromEntries(ours.redirects());
  ours.remove();
  remove();
  return { redirects, told };
}

test("what lists posts in Jekyll leads to our lists: tabs, pages of one category, jekyll-archives", async () => {
  const { redirects, told } = await listsOf({
    "_config.yml":
      "url: https://blog.test\njekyll-archives:\n  enabled: [tags]\n  permalinks:\n    category: /categories/:name/\ninclude: [_pages]\ncollections:\n  tabs:\n    output: true\n    permalink: /:title/\n",
    "_posts/2020-06-01-가.md": post("가", "categories: [UE4 Lesson 1]\ntags: [지킬, C#]\n").replace(
      "글",
      "[지킬](/tag/지킬/) [하나](/categories/ue4-lesson-1/) [보관](/archives/) [없음](/tag/겨울/)",
    ),
    "_posts/2020-06-02-나.md": post("나", "tags: [감춘 말]\nhidden: true\n"),
    "_tabs/archives.md": "---\nlayout: archives\n---\n",
    "_pages/ue4.md":
      "---\ntitle: 언리얼 강의\nlayout: archive\npermalink: ue4/1\n---\n{% assign posts = site.categories['UE4 Lesson 1'] %}\n{% for post in posts %}{% include one.html %}{% endfor %}\n",
  });
  assert.deepEqual(redirects, {
    "/archives/": "/archive/",
    "/tag/c/": "/tags/csharp/",
    "/tag/지킬/": "/tags/지킬/",
    "/ue4/1/": "/categories/ue4-lesson-1/",
  });
  assert.deepEqual(told, ["/tag/겨울/"]);
});

test("Hexo's categories below categories, tags and months lead to our lists", async () => {
  const { redirects, told } = await listsOf({
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "_config.yml": "url: https://blog.test\ntag_dir: topics\ncategory_map:\n  개발: dev\n",
    "source/_posts/가.md": post("가", "categories: [[개발, Tips & Refs], [일상]]\ntags: [Vue JS]\n").replace(
      "글",
      "[팁](/categories/dev/Tips-Refs/) [뷰](/topics/Vue-JS/) [달](/archives/2020/06/)",
    ),
    "source/_drafts/나.md": post("나", "tags: [숨은 말]\n"),
  });
  assert.deepEqual(redirects, {
    "/archives/": "/archive/",
    "/archives/2020/": "/archive/",
    "/archives/2020/06/": "/archive/",
    "/categories/dev/": "/categories/개발/",
    "/categories/dev/Tips-Refs/": "/categories/tips-refs/",
    "/topics/Vue-JS/": "/tags/vue-js/",
  });
  assert.deepEqual(told, []);
});

test("a taxonomy's own page leads to the taxonomy, and a page of Hugo's that only lists to our list like it", async () => {
  const { redirects, told } = await listsOf({
    "hugo.toml": 'baseURL = "https://blog.test/"\n',
    "content/categories/_index.md": "---\ntitle: 갈래\n---\n",
    "content/archives.md": "---\ntitle: 보관함\nlayout: archives\n---\n",
    "content/post/가.md": post("가", "categories: [개발]\n").replace("글", "[보관](/archives/)"),
  });
  assert.equal(redirects["/categories/"], undefined);
  assert.equal(redirects["/archives/"], "/archive/");
  assert.deepEqual(told, []);
});
