import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

test("VitePress: what stands in docs/ is the blog where nothing else is, with the pictures of docs/public", async (context) => {
  const ours = await blog(context, {
    "package.json": "{}",
    "README.md": "# 안내\n",
    "docs/길/글.md": "---\ntitle: 글\ndate: 2020-06-01\n---\n![책](/책.svg)\n",
    "docs/public/책.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  assert.deepEqual(
    ours.entries.map(({ path: address, pictures }) => [address, pictures.length]),
    [["/posts/길/글/", 1]],
  );
});

test("MDX: an imported picture keeps its size", async (context) => {
  const body = "import book from './책.svg';\n\n<Image src={book} alt=\"책\" width={300} />\n";
  const ours = await blog(context, {
    "package.json": '{"dependencies":{"astro":"5"}}',
    "src/content/blog/책.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "src/content/blog/글.mdx": `---\ntitle: 글\ndate: 2020-06-01\n---\n${body}`,
  });
  assert.match(ours.written("src/content/blog/글.mdx"), /<img src="[^"]*책\.svg" alt="책" width="300" \/>/u);
});

test("Next: a slug is the last part of an address in folders; a day has other names; no new address begins twice", async (context) => {
  const own = "---\ntitle: 글\ncreatedDate: 2026-01-15T16:30\nslug: own\n---\n말\n\n![책](책.svg)\n";
  const next = { "package.json": '{"dependencies":{"next":"15"}}', "content/posts/개발/자바/글.md": own };
  const ruled = await blog(context, { ...next, "app/log/[...slug]/page.tsx": "" });
  const unruled = await blog(context, {
    ...next,
    "contentlayer.config.ts": 'contentDirPath: "content"',
    "public/그림/책.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  assert.deepEqual(
    [ruled, unruled].flatMap(({ entries }) => entries.map((entry) => [entry.path, entry.date?.day])),
    ["/log/개발/자바/own/", "/posts/개발/자바/own/"].map((address) => [address, "2026-01-15"]),
  );
  const [guessed] = unruled.page("content/posts/개발/자바/글.md")?.warnings ?? [];
  assert.deepEqual([guessed?.code, guessed?.line], ["picture-guessed", 8]);
});

test("Next: the name in brackets of a route is the field that fills it", async (context) => {
  const text = "---\ntitle: 글\npath: own-path\ndate: { start_date: 2023-09-01 }\n---\n말\n";
  const files = {
    "package.json": '{"dependencies":{"next":"13"}}',
    "pages/posts/[path].tsx": "",
    "_posts/글.md": text,
  };
  const { entries } = await blog(context, files);
  assert.deepEqual(
    entries.map((entry) => [entry.path, entry.date?.day]),
    [["/posts/own-path/", "2023-09-01"]],
  );
});

test("Jekyll: a draft that a post of its name outlived has no old address to lose; an address below HTML is a link", async (context) => {
  const text = "---\ntitle: 글\n---\n<h2 id='a'>하나</h2>\n<https://a.test/가?b=1&c=2>\n";
  const ours = await blog(context, {
    "_config.yml": "permalink: /:title/",
    "_drafts/글.md": text,
    "_posts/2020-06-01-글.md": text,
  });
  assert.deepEqual(
    [ours.report.lost, ours.report.pages.flatMap(({ warnings }) => warnings.map(({ code }) => code))],
    [[], ["import-address-taken"]],
  );
  assert.match(
    ours.written("_posts/2020-06-01-글.md"),
    /<\/h2>\n+<a href="https:\/\/a\.test\/가\?b=1&amp;c=2">https:/u,
  );
});

test("Zola: tags and categories stand under taxonomies", async (context) => {
  const head = 'title = "글"\ndate = 2020-06-01\n[taxonomies]\ntags = ["가", "나"]\ncategories = ["다"]';
  const ours = await blog(context, { "config.toml": "", "content/글.md": `+++\n${head}\n+++\n글\n` });
  assert.deepEqual(
    ours.entries.map(({ tags, categories }) => [tags, categories]),
    [[["가", "나"], ["다"]]],
  );
});

test("MDX: pictures that a post imports stand where it shows them; an underlined heading gives the title", async (context) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2"/></svg>';
  const ours = await blog(context, {
    "astro.config.mjs": 'export default { site: "https://a.test" };',
    "src/assets/봄.svg": svg,
    "src/content/blog/가.mdx":
      '---\ndate: 2020-01-01\n---\n밑줄 제목\n===\n\nimport img from "../../assets/봄.svg";\nimport Counter from "./Counter.astro";\n\n<Image src={img} alt="꽃" />\n\n`<Image src={img} />` <Image src={other} alt="" />\n',
  });
  const source = "src/content/blog/가.mdx";
  assert.match(
    ours.written(source),
    /title: 밑줄 제목\n[\s\S]*\n---\n\n\n*<img src="\/봄\.svg" alt="꽃" \/>\n\n`<Image src=\{img\} \/>` /u,
  );
  assert.deepEqual(
    ours.page(source)?.warnings.map(({ code, line }) => [code, line]),
    [
      ["import-picture-missing", 12],
      ["mdx-dropped", 8],
    ].reverse(),
  );
  assert.ok(existsSync(path.join(ours.root, "public/봄.svg")));
});

test("Notion: a page exported by itself has its properties in its first lines, where they tell its day", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const ours = await blog(context, {
    [`가 ${number}0.md`]: "# 가\n\n작성일: 2023년 1월 2일 오후 3:04\n태그: 개발, 회고\n상태: 완료\n\n본문\n",
    [`나 ${number}1.md`]: "# 나\n\n참고: 이것\n태그: 저것\n\n본문\n",
    [`다 ${number}2.md`]: "# 다\n\n날짜: 2023년 1월 2일\n이어지는 글\n",
  });
  assert.deepEqual(
    ours.entries.map(({ title, tags, date }) => [title, tags, date?.day]),
    [
      ["가", ["개발", "회고"], "2023-01-02"],
      ["나", [], undefined],
      ["다", [], undefined],
    ],
  );
  assert.match(ours.written(`가 ${number}0.md`), /\n상태: 완료\n[\s\S]*---\n\n본문\n$/u);
  assert.match(ours.written(`나 ${number}1.md`), /---\n\n참고: 이것\n태그: 저것\n\n본문\n$/u);
});

test("a title keeps all but signs that show nothing", async (context) => {
  const files = { ".obsidian/app.json": "{}", "이름.md": '---\ntitle: "가\\b나 & 다"\n---\n글\n' };
  const { entries } = await blog(context, files);
  assert.deepEqual(
    entries.map(({ title }) => title),
    ["가나 & 다"],
  );
});

test("Jekyll: what a file of the blog's own that a post includes shows; buttons and scripts show nothing", async (context) => {
  const included = [
    "{% include copy.html %}\n```js\na\n```",
    '{% include box.html content="상자 **글**" %}',
    '{% include deep/picture.html url="/a.svg" says="그림" %}',
    "{% include steered.html %}",
  ];
  const ours = await blog(context, {
    "_config.yml": "url: https://j.test\n",
    "_includes/copy.html": '<button class="copy" aria-label="복사"></button>\n<script>copy("글")</script>\n',
    "_includes/box.html": '<div class="box">{{ include.content | markdownify }}</div>\n',
    "_includes/deep/picture.html": '<p>{{ include.says }}</p><img src="{{ include.url }}">\n',
    "_includes/steered.html": "{% if page.a %}가{% else %}나{% endif %}\n",
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "_posts/2020-06-01-글.md": `---\ntitle: 글\n---\n${included.join("\n\n")}\n`,
  });
  assert.match(
    ours.written("_posts/2020-06-01-글.md"),
    /---\n\n```js\na\n```\n\n<div class="box">\n\n상자 \*\*글\*\*\n\n<\/div>\n\n(?:<p>그림<\/p><img src="\/a\.svg">|!\[그림\]\(\/a\.svg[^)]*\))\n\n> \S+ `steered`\n$/u,
  );
  assert.deepEqual(
    ours.page("_posts/2020-06-01-글.md")?.warnings.map(({ code, line }) => `${line} ${code}`),
    ["13 shortcode-unknown"],
  );
});
