import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

const post = (title: string, lines = "") => `---\ntitle: ${title}\n${lines}---\n글\n`;

const sources = {
  jekyll: {
    "_config.yml": "title: 집\n",
    "_posts/2020-06-01-보인-글.md": post("보인 글"),
    "_posts/날짜-없는-글.md": post("날짜 없는 글", "date: 2020-06-01\n"),
    "_posts/2020-06-02-감춘-글.md": post("감춘 글", "hidden: true\n"),
    "_drafts/쓰던-글.md": post("쓰던 글", "date: 2020-06-01\n"),
  },
  collected: {
    "_config.yml": `title: 집
collections_dir: 모음
defaults:
  - { scope: { path: "*/**/숨긴*" }, values: { published: false } }
  - { scope: { path: _posts/2019 }, values: { published: false } }
  - { scope: { path: 모음/_notes/접은 }, values: { published: false } }
collections: { notes: { output: true } }
exclude: [모음/_posts/뺀]
`,
    "_posts/2020-06-01-글.md": post("모음 밖의 글"),
    "모음/_posts/2020-06-01-보인-글.md": post("보인 글"),
    "모음/_posts/뺀/2020-06-01-글.md": post("빼는 폴더"),
    "모음/_posts/숨긴-것/2020-06-01-글.md": post("별표에 맞는 폴더"),
    "모음/_posts/2019-06-01-글.md": post("이름이 그렇게 시작하는 파일"),
    "모음/_notes/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "모음/_notes/접은/글.md": post("접은 폴더", "date: 2020-06-01\n"),
  },
  folder: {
    "보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "글.draft.md": post("이름이 초안", "date: 2020-06-01\n"),
    ".접은 글.md": post("점으로 시작하는 파일", "date: 2020-06-01\n"),
    "임시.md": post("임시", "date: 2020-06-01\nis_temp: true\n"),
    "_drafts/쓰던 글.md": post("쓰던 글", "date: 2020-06-01\n"),
    "scaffolds/post.md": post("틀", "date: 2020-06-01\n"),
    "비공개.md": post("비공개", "date: 2020-06-01\nvisibility: private\n"),
  },
  hexo: {
    "_config.yml":
      "encrypt: {tags: [{name: 일기, password: x}]}\nexclude: [나만/*]\nignore: ['**/여럿/*.md', '**/{하나,둘}/**']\n",
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "source/_posts/보인-글.md": post("보인 글"),
    "source/_posts/암호를-푼/보인-글.md": post("푼 글", "tags: [일기]\npassword: ''\n"),
    "source/_posts/암호.md": post("암호", "tags: [봄, 일기]\n"),
    "source/_posts/_접은/글.md": post("밑줄 폴더"),
    "source/_posts/여럿/글.md": post("무시하는 파일"),
    "source/_posts/둘/글.md": post("무시하는 폴더"),
    "source/나만/글.md": post("빼는 파일"),
    "source/_따로/글.md": post("밑줄 폴더의 페이지"),
  },
  gatsby: {
    "gatsby-config.js":
      "module.exports = { plugins: [{ options: { path: `content/blog`, ignore: [`**/\\.*`, `**/나만/**`] } }] };",
    "content/blog/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "content/blog/나만/글.md": post("빼는 폴더", "date: 2020-06-01\n"),
  },
  contentlayer: {
    "package.json": '{"dependencies":{"next":"15"}}',
    "contentlayer.config.ts": "makeSource({ contentDirPath: 'data', contentDirExclude: ['나만'] })",
    "data/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "data/나만/글.md": post("빼는 폴더", "date: 2020-06-01\n"),
  },
  docusaurus: {
    "docusaurus.config.js": "module.exports = { blog: { exclude: ['감춘/**'] } };",
    "blog/2020-06-01-보인-글.md": post("보인 글"),
    "blog/_접은/2020-06-01-글.md": post("밑줄 폴더"),
    "blog/감춘/2020-06-01-글.md": post("빼는 폴더"),
  },
  vitepress: {
    "docs/.vitepress/config.ts": 'export default { srcExclude: ["감춘/**"] }',
    "docs/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "docs/감춘/글.md": post("빼는 폴더", "date: 2020-06-01\n"),
  },
  hope: {
    "src/.vuepress/theme.ts": `export default hopeTheme({
  navbar: { "/글/": [] },
  encrypt: { config: { "/나만/": { hint: "봄", password: ["1", "2"] }, "/글/%EC%95%94%ED%98%B8.html": ["1"] } },
});`,
    "src/글/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "src/나만/글.md": post("암호 폴더", "date: 2020-06-01\n"),
    "src/글/암호.md": post("암호 글", "date: 2020-06-01\n"),
    "src/글/열쇠.md": post("암호 열쇠", "date: 2020-06-01\nkeys: [e10adc3949ba59abbe56e057f20f883e]\n"),
  },
  astro: {
    "package.json": '{"dependencies":{"astro":"5"}}',
    "src/content.config.ts":
      'glob({ base: "./src/content/blog", pattern: ["**/[^_]*.md", "!나만/**", "!**/*.초안.md", "!(남의)/**"] })',
    "src/content/blog/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "src/content/blog/나만/글.md": post("빼는 폴더", "date: 2020-06-01\n"),
    "src/content/blog/글.초안.md": post("빼는 이름", "date: 2020-06-01\n"),
  },
  eleventy: {
    "package.json": '{"devDependencies":{"@11ty/eleventy":"3"}}',
    ".eleventyignore": "# 빼는 것\n쓰는중/\n",
    "eleventy.config.js": 'export default (config) => { config.ignores.add("./글/접은/**"); };',
    "글/접은/글.md": post("설정이 끈 폴더", "date: 2020-06-01\n"),
    "글/글.json": '{"permalink":"/b/{{ page.fileSlug }}/","layout":"post"}',
    "글/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "글/꺼짐.md": post("자료가 끈 글", "date: 2020-06-01\n"),
    "글/꺼짐.11tydata.json": '{"draft":true}',
    "글/나만/나만.11tydata.js": "module.exports = { permalink: false };",
    "글/나만/깊은/글.md": post("폴더가 끈 글", "date: 2020-06-01\n"),
    "나만/나만.json": '{"draft":true}',
    "나만/보인 글.md": post("다시 켠 글", "date: 2020-06-01\ndraft: false\n"),
    "글/쓰는중/글.md": post("빼는 폴더", "date: 2020-06-01\n"),
  },
  quartz: {
    "quartz.config.ts": "export default { plugins: { filters: [Plugin.RemoveDrafts(), Plugin.ExplicitPublish()] } };\n",
    "content/나만.md": post("나만"),
  },
  quartzWithDrafts: {
    "quartz.config.ts":
      "export default { plugins: { filters: [Plugin.RemoveDrafts()] } }; // Plugin.ExplicitPublish()\n",
    "content/보인 글.md": post("보인 글"),
  },
  mkdocs: {
    "mkdocs.yml": "theme:\n  icon: !!python/name:a.b\nexclude_docs: |\n  나만.md\ndraft_docs: |\n  /쓰는중/\n",
    "docs/쓰는중에-보인-글.md": post("보인 글", "date: 2020-06-01\n"),
    "docs/보인 글.md": post("보인 글", "date: 2020-06-01\n"),
    "docs/깊은/나만.md": post("빼는 파일", "date: 2020-06-01\n"),
    "docs/쓰는중/글.md": post("초안 폴더", "date: 2020-06-01\n"),
  },
  zola: {
    "config.toml": 'base_url = "https://a.test"\nignored_content = ["나만/**", "*.초안.md"]\n',
    "content/봄/글.초안.md": "+++\ntitle = '빼는 이름'\ndate = 2020-06-01\n+++\n글\n",
    "content/보인 글.md": "+++\ntitle = '보인 글'\ndate = 2020-06-01\n+++\n글\n",
    "content/나만/글.md": "+++\ntitle = '빼는 글'\ndate = 2020-06-01\n+++\n글\n",
  },
  excluding: {
    "_config.yml": "exclude: [감춘/*, '*.나만.md', 빼는]\n",
    "_posts/2020-06-01-보인-글.md": post("보인 글"),
    "감춘/글.md": post("빼는 파일"),
    "가.나만.md": post("빼는 이름"),
    "빼는/깊은/글.md": post("빼는 폴더"),
  },
  hugo: {
    "hugo.toml": `ignoreFiles = ["나만\\\\.md$"]
[[module.mounts]]
source = "content"
target = "content"
excludeFiles = "감춘/*"
[[cascade]]
draft = true
_target = { path = "/post/꾸러미-*", kind = "{page,section}" }
[[cascade]]
draft = true
_target = { path = "{/일기/**,/편지/**}", lang = "{en,ko}" }
[[cascade]]
draft = true
_target = { path = "/post/*", kind = "section" }
[[cascade]]
draft = true
_target = { path = "/post/*", lang = "ko" }
`,
    "content/post/보인 글.md": post("보인 글"),
    "content/post/나만.md": post("무시하는 파일"),
    "content/감춘/글.md": post("빼는 파일"),
    "content/post/꾸러미-글/index.md": post("초안 꾸러미"),
    "content/post/꾸러미-둘.md": post("초안 파일"),
    "content/편지/_index.md": post("초안 폴더의 소개"),
    "content/편지/깊은/글.md": post("초안 폴더"),
    "content/일지/_index.md": post("스스로 초안인 소개", "cascade: { draft: true }\n"),
    "content/post/암호.md": post("암호", '---\n\n{{% hugo-encryptor "x" %}}\n말\n{{% /hugo-encryptor %}}\n'),
    "content/post/나만의 말.md": post("나만의 말", "---\n\n앞 {{< private >}}말{{< /private >}}\n"),
  },
};

test("an import publishes what the blog published, and nothing else", async () => {
  for (const [kind, files] of Object.entries(sources)) {
    const { root, remove } = sourceOf(files);
    const ours = await imported(root);
    const published = Object.keys(files).filter((file) => ours.entryOf(file)?.draft === false);
    ours.remove();
    remove();
    assert.deepEqual(
      published,
      Object.keys(files).filter((file) => /보인.글\.md$/u.test(file)),
      kind,
    );
  }
});
