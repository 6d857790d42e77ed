import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const post = (fields: string) => `---\ntitle: 글\ndate: 2020-06-01\n${fields}\n---\n글\n`;

/** Where systems keep the names behind the keys that posts give for their authors. */
const blogs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Docusaurus: {
    "docusaurus.config.js": "",
    "blog/authors.yml": "kim:\n  name: 김봄\n  url: https://a.kr\nlee:\n  name: 이여름\n",
    "blog/글.md": post("authors: [kim, 손님, lee]"),
  },
  Jekyll: {
    "_config.yml": "title: 집\n",
    "_data/authors.yml": "kim:\n  name: 김봄\nlee:\n  name: 이여름\n",
    "_posts/2020-06-01-글.md": post("authors: [kim, 손님, lee]"),
  },
  Hugo: {
    "hugo.toml": 'title = "집"\n',
    "data/authors/kim.json": '{"name":"김봄"}',
    "content/authors/lee/_index.md": "---\ntitle: 이여름\n---\n",
    "content/post/글.md": post('authors: ["kim", "손님", "lee"]'),
  },
  MkDocs: {
    "mkdocs.yml": "site_name: 집\n",
    "docs/blog/.authors.yml": "authors:\n  kim:\n    name: 김봄\n  lee:\n    name: 이여름\n",
    "docs/blog/posts/글.md":
      "---\ndate:\n  created: 2020-06-01\n  updated: 2021-07-02\nauthors: [kim, 손님, lee]\n---\n# 글\n\n글\n",
  },
};

for (const [name, files] of Object.entries(blogs))
  test(`${name}: authors have the names that the blog's own list gives them`, async (context) => {
    const ours = await blog(context, files);
    const entry = ours.entries.find(({ title }) => title === "글");
    assert.equal(entry?.author, "김봄, 손님, 이여름");
    assert.equal(entry.date?.day, "2020-06-01");
    if (name === "MkDocs") assert.equal(entry.updated?.day, "2021-07-02");
  });
