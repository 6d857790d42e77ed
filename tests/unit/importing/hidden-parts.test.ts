import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const post = (title: string, lines = "") => `---\ntitle: ${title}\n${lines}---\n글\n`;

test("what kramdown and Liquid take for comments is in no post", async () => {
  const body = "앞 {% # 줄 비밀 %} {::comment}안 비밀{:/comment}\n\n{::comment}\n덩이 비밀\n{:/comment}\n\n뒤\n";
  const { root, remove } = sourceOf({ "_config.yml": "title: 집\n", "_posts/2020-06-01-가.md": post("가") + body });
  const ours = await imported(root);
  const entry = ours.entryOf("_posts/2020-06-01-가.md") ?? assert.fail();
  const { html } = ours.body(entry);
  ours.remove();
  remove();
  assert.match(html, /앞[\s\S]*뒤/u);
  assert.doesNotMatch(html, /비밀|comment/u);
});

test("files that hidden pages alone show are not published", async (context) => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2"/></svg>';
  const { root, remove } = sourceOf({
    ".obsidian/app.json": "{}",
    "공개.md": "---\npublish: true\n---\n![[함께.svg]]",
    "비밀.md": "---\ncover: 덮개.svg\n---\n![[혼자.svg]] [[비밀.pdf]] ![[함께.svg]]",
    "붙임/함께.svg": picture,
    "붙임/혼자.svg": picture,
    "붙임/덮개.svg": picture,
    "붙임/비밀.pdf": "%PDF-1.4\n",
  });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  assert.deepEqual(globSync("public/**/*.*", { cwd: ours.root }), ["public/붙임/함께.svg"]);
  const hidden = ours.entryOf("비밀.md") ?? assert.fail();
  assert.equal(hidden.image?.file, "src/content/붙임/덮개.svg");
  assert.deepEqual(
    ours.body(hidden).pictures.map(({ file }) => file),
    ["src/content/붙임/혼자.svg", "public/붙임/함께.svg"],
  );
});

test("of an old address that a draft and a published post name, the post keeps it", async () => {
  const { root, remove } = sourceOf({
    "_config.yml": "title: 집\n",
    "_drafts/가.md": post("가", "redirect_from: /old/\n"),
    "_posts/2020-06-01-나.md": post("나", "redirect_from: /old/\n"),
  });
  const ours = await imported(root);
  const having = ours.report.pages.filter(({ aliases }) => aliases.includes("/old/")).map(({ source }) => source);
  ours.remove();
  remove();
  assert.deepEqual(having, ["_posts/2020-06-01-나.md"]);
});

test("what Eleventy's data files say of a folder's posts comes along; a template is no old address", async (context) => {
  const { root, remove } = sourceOf({
    "package.json": '{"dependencies":{"@11ty/eleventy":"3"}}',
    "글/글.json": '{"tags":["posts","봄"],"author":"홍길동","permalink":"/b/{{ page.fileSlug }}/","layout":"post"}',
    "글/가.md": post("가", "date: 2020-06-01\ntags: [꽃]\n"),
    "글/나.md": post("나", "date: 2020-06-01\nauthor: 임꺽정\npermalink: '/{{ title | slug }}/'\n"),
    "글/다.md": post("다", "date: 2020-06-01\npermalink: false\n"),
    "글/라.md":
      post("라", "date: 2020-06-01\n") +
      "{% comment %}비밀{% endcomment %}앞 {% raw %}{{ 날것 }}{% endraw %} [가]({{ '/글/가/' | url }})\n\n{% comment %}\n비밀\n{% endcomment %}\n",
  });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  const { html } = ours.body(ours.entryOf("글/라.md") ?? assert.fail());
  assert.match(html, /앞 \{\{ 날것 \}\} <a href="\/posts\/글\/가\/">/u);
  assert.doesNotMatch(html, /비밀|comment/u);
  const said = ["가", "나", "다"].map((name) => ours.entryOf(`글/${name}.md`) ?? assert.fail());
  assert.deepEqual(
    said.map(({ tags, author, aliases }) => [tags, author, aliases]),
    [
      [["봄", "꽃"], "홍길동", []],
      [["봄"], "임꺽정", []],
      [["봄"], "홍길동", []],
    ],
  );
});
