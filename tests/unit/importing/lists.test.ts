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
