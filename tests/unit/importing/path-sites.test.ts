import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

const post = (title: string, body = "말\n", more = "") => `---\ntitle: ${title}\ndate: 2024-01-02\n${more}---\n${body}`;

/** Pages by the address that the old site had, with those that lead there; `NEW` where it is not known. */
type Ours = Awaited<ReturnType<typeof blog>>;
const addresses = ({ report }: Ours) =>
  Object.fromEntries(
    report.pages.map(({ source, path, aliases, isNewAddress, isDraft }) => [
      source,
      [path, ...aliases, isNewAddress ? "NEW" : [], isDraft ? "DRAFT" : []].flat().join(" "),
    ]),
  );

test("VitePress: a page's address is its path, where its settings lie; links to velog make no velog of it", async (context) => {
  const ours = await blog(context, {
    "package.json": '{"devDependencies":{"vitepress":"1"}}',
    "docs/.vitepress/config.mts": "export default { title: '정리', sitemap: { hostname: 'https://p.test' } }\n",
    "docs/index.md": "---\nlayout: home\nhero:\n  name: 정리\n---\n",
    "docs/글/index.md": "# 글 모음\n\n[첫 글](./첫%20글)\n",
    "docs/글/첫 글.md": post("첫 글", "[둘](둘.html), [velog](https://velog.io/@나), [모음](/글/)\n"),
    "docs/글/둘.md": post("둘", "![꽃](./꽃.svg)\n"),
    "docs/글/꽃.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  assert.equal(ours.report.site.kind, "markdown");
  assert.equal(ours.report.site.baseUrl, "https://p.test/");
  assert.deepEqual(addresses(ours), {
    "docs/글/index.md": "/글/",
    "docs/글/둘.md": "/글/둘/ /글/둘.html",
    "docs/글/첫 글.md": "/글/첫 글/ /글/첫 글.html",
  });
  assert.deepEqual(
    ours.report.left.map(({ file, reason }) => `${file} ${reason}`),
    ["docs/index.md left-empty"],
  );
  assert.match(ours.written("docs/글/첫 글.md"), /\[둘\]\(\/글\/둘\/\), .*, \[모음\]\(\/글\/\)/u);
  assert.match(ours.written("docs/글/둘.md"), /!\[꽃\]\(\/글\/꽃\.svg\)/u);
});

test("VuePress: README is its folder's page, permalinks go by their pattern, and a theme's settings are read", async (context) => {
  const ours = await blog(context, {
    "package.json": '{"devDependencies":{"vuepress":"2"}}',
    "src/.vuepress/config.ts": "export default defineUserConfig({ base: '/b/', theme })\n",
    "src/.vuepress/theme.ts": "export default hopeTheme({ hostname: 'https://v.test' })\n",
    "src/_posts/README.md": "# 글 모음\n",
    "src/_posts/글.md": post("글"),
    "src/_posts/둘.md": post("둘", "말\n", "permalink: /:year/:month/:slug.html\n"),
  });
  assert.equal(ours.report.site.basePath, "/b/");
  assert.deepEqual(addresses(ours), {
    "src/_posts/README.md": "/_posts/",
    "src/_posts/글.md": "/_posts/글/ /_posts/글.html",
    "src/_posts/둘.md": "/2024/01/둘/ /2024/01/둘.html",
  });
  const first = await blog(context, {
    "docs/.vuepress/config.js": "module.exports = { permalink: '/:year/:i_month/:day/:slug' }\n",
    "docs/_posts/2019-05-06-봄 Day.md": "---\ntitle: 봄\n---\n말\n",
  });
  assert.deepEqual(addresses(first), { "docs/_posts/2019-05-06-봄 Day.md": "/2019/5/06/봄-day/" });
});

test("Eleventy: a post's own permalink is its address; lines break where a program or a plugin says so", async (context) => {
  const files = {
    "package.json": '{"devDependencies":{"@11ty/eleventy":"3"}}',
    ".eleventy.js":
      "markdownIt({ html: true, breaks: true, permalink: anchor });\nreturn { dir: { data: '_data', input: './src/site/', output: 'out' } };\n",
    "src/site/notes/길.md": post("길"),
    "src/site/notes/index.md": "---\ntitle: 모음\n---\n말\n",
    "src/site/notes/notes.json": '{ "layout": "note" }\n',
    "src/site/notes/봄.md": post("봄", "말\n", 'permalink: "/{{ title }}/"\n'),
    "src/site/notes/봄/꽃 글.md": '---\n{"dg-publish":true,"permalink":"/봄/꽃 글/"}\n---\n하나\n둘\n',
  };
  const ours = await blog(context, files);
  const own = ["/notes/길/", "/posts/notes/봄/ NEW", "/봄/꽃 글/"];
  assert.deepEqual(Object.values(addresses(ours)).sort(), ["/notes/", ...own]);
  const unknown = await blog(context, {
    ...files,
    "src/site/notes/notes.json": '{ "permalink": "/{{ page.fileSlug }}/" }\n',
  });
  assert.deepEqual(Object.values(addresses(unknown)).sort(), [
    "/posts/notes/ NEW",
    "/posts/notes/길/ NEW",
    ...own.slice(1),
  ]);
  const plain = {
    "package.json": files["package.json"],
    "eleventy.config.js": "export default (c) => c\n",
    "글/글.md": post("글"),
  };
  assert.deepEqual(Object.values(addresses(await blog(context, plain))), ["/글/"]);
  const next = { "package.json": '{"dependencies":{"next":"15","remark-breaks":"4"}}', "posts/글.md": post("글") };
  const hexo = { "_config.yml": "markdown: { render: { breaks: false } }\n", "source/_posts/글.md": post("글") };
  const others = [await blog(context, next), await blog(context, hexo)];
  assert.deepEqual(
    [ours, ...others].map(({ report }) => report.site.lineBreaks),
    ["keep", "keep", "commonmark"],
  );
});

test("MkDocs and Zola: addresses as far as their paths say them; what Nuxt makes no page of is a draft", async (context) => {
  const mkdocs = await blog(context, {
    "mkdocs.yml": "site_name: 정리\nsite_url: https://m.test/\n",
    "docs/index.md": "# 정리\n",
    "docs/봄/꽃 글.md": post("꽃"),
    "docs/봄/README.md": "# 봄\n",
  });
  assert.deepEqual(addresses(mkdocs), {
    "docs/index.md": "/posts/index/ NEW",
    "docs/봄/README.md": "/봄/",
    "docs/봄/꽃 글.md": "/봄/꽃 글/",
  });
  const toml = (title: string, more = "") => `+++\ntitle = "${title}"\ndate = 2024-01-02\n${more}+++\n말\n`;
  const zola = await blog(context, {
    "config.toml": 'base_url = "https://z.test"\n',
    "content/글/2024-01-02-Old_Name.md": toml("이름"),
    "content/blog/2024-01-02_Old_Name.md": toml("이름"),
    "content/blog/글.md": toml("글"),
    "content/blog/둘.md": toml("둘", 'path = "old/둘"\n'),
    "content/blog/셋.md": toml("셋", 'slug = "three"\n'),
  });
  assert.equal(zola.report.site.baseUrl, "https://z.test/");
  assert.deepEqual(addresses(zola), {
    "content/blog/2024-01-02_Old_Name.md": "/blog/old-name/",
    "content/blog/글.md": "/posts/blog/글/ NEW",
    "content/blog/둘.md": "/old/둘/",
    "content/blog/셋.md": "/blog/three/",
    "content/글/2024-01-02-Old_Name.md": "/posts/글/2024-01-02-old_name/ NEW",
  });
  const nuxt = await blog(context, {
    "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'] })\n",
    "content/blog/글.md": post("글", "https://velog.io/@나\n"),
    "content/_drafts/초안.md": post("초안"),
    "content/blog/_조각.md": post("조각"),
  });
  assert.equal(nuxt.report.site.kind, "markdown");
  assert.deepEqual(addresses(nuxt), {
    "content/blog/글.md": "/posts/blog/글/ NEW",
    "content/_drafts/초안.md": "/posts/_drafts/초안/ DRAFT",
    "content/blog/_조각.md": "/posts/blog/_조각/ DRAFT",
  });
});

test("VitePress and VuePress hide what their settings hide, whatever their folder is called", async (context) => {
  const vite = await blog(context, {
    "기록/.vitepress/config.ts": 'export default { srcExclude: ["감춘/**"] }\n',
    "기록/감춘/글.md": post("글"),
    "기록/둘.md": post("둘"),
  });
  assert.deepEqual(addresses(vite), {
    "기록/감춘/글.md": "/감춘/글/ /감춘/글.html DRAFT",
    "기록/둘.md": "/둘/ /둘.html",
  });
  const vue = await blog(context, {
    "notes/.vuepress/config.ts": "export default {}\n",
    "notes/.vuepress/theme.ts": "export default hopeTheme({ encrypt: { config: { '/일기/': ['1'] } } })\n",
    "notes/일기/글.md": post("글"),
    "notes/둘.md": post("둘"),
  });
  assert.deepEqual(addresses(vue), {
    "notes/둘.md": "/둘/ /둘.html",
    "notes/일기/글.md": "/일기/글/ /일기/글.html DRAFT",
  });
});

test("VitePress at the root of its repository: its pages may lie in docs/; a folder beside that of MkDocs has none of its addresses", async (context) => {
  const vite = await blog(context, {
    "package.json": '{"devDependencies":{"vitepress":"1"}}',
    ".vitepress/config.ts": "export default {}\n",
    "README.md": "# 저장소\n",
    "docs/글.md": post("글"),
  });
  assert.deepEqual(addresses(vite), { "docs/글.md": "/docs/글/ /docs/글.html" });
  const named = [
    "const dir = path.resolve(root, 'docs');\nexport default { srcDir : dir }\n",
    "export default { srcDir: path.join(__dirname, '../docs/') }\n",
  ];
  for (const config of named) {
    const ours = await blog(context, {
      ".vitepress/config.js": config,
      "README.md": "# 저장소\n",
      "docs/글.md": post("글"),
    });
    assert.deepEqual(addresses(ours), { "docs/글.md": "/글/ /글.html" });
  }
  const beside = await blog(context, { "mkdocs.yml": "site_name: 정리\n", "posts/글.md": post("글") });
  assert.deepEqual(addresses(beside), { "posts/글.md": "/posts/글/ NEW" });
});
