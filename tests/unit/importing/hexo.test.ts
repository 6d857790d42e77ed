import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";
import { hexoRule } from "#tools/import/folders/rules.ts";
import { blogOfKind, detectedKind } from "#tools/import/kinds.ts";
import { type SourceTree, sourceTree } from "#tools/import/shared/source-tree.ts";
import { writtenDate } from "#tools/import/shared/values.ts";
import { unpacked } from "./unpacked.ts";

test("a day without a time counts from midnight in Hexo's addresses", () => {
  const tree = { has: () => true, text: () => "permalink: :year/:hour:minute/:title/\n" } as unknown as SourceTree;
  const post = { parts: ["글"], isIndex: false, data: {}, title: "글", date: writtenDate("2020-01-02", "Asia/Seoul") };
  assert.equal(hexoRule(tree)?.(post), "/2020/0000/글/");
});

/** Settings of Hexo, and the files that Hexo 8 built with them from the fixture, in Korea. */
const hexoSettings: readonly (readonly [settings: string, built: string])[] = [
  [
    "permalink: :category/:name.html\npost_asset_folder: false\ncategory_map:\n  밥상: table\n",
    "Notes/hello-World_2.html table/봄/봄-나물.html uncategorized/C++와 감.html uncategorized/감 따기.html 기록/여름-국수.html",
  ],
  [
    "permalink: p/:i_month-:i_day/:post_title/\nfilename_case: 1\n",
    "p/10-9/감-따기/ p/2-2/c-와-감/ p/3-3/hello/ p/3-5/봄-나물/ p/7-1/여름-국수/",
  ],
  ["permalink: :title\nnew_post_name: :year-:title.md\n", "C-와-감/ hello-World-2/ 가을-감-따기/ 봄-나물/ 여름-국수/"],
];

for (const [settings, built] of hexoSettings)
  test(`Hexo's own addresses with ${settings.split("\n")[0] ?? ""}`, () => {
    const { root, remove } = unpacked("hexo.txt");
    const config = readFileSync(path.join(root, "_config.yml"), "utf8");
    const keys = settings.match(/^\w+/gmu) ?? [];
    const rest = config.split("\n").filter((line) => !keys.some((key) => line.startsWith(`${key}:`)));
    writeFileSync(path.join(root, "_config.yml"), `${rest.join("\n")}${settings}`);
    const tree = sourceTree(root);
    const kind = detectedKind(tree) ?? assert.fail();
    const pages = (blogOfKind(tree, kind)?.pages ?? []).filter(({ kind: what, draft }) => what === "post" && !draft);
    const addresses = new Set(pages.flatMap((page) => [page.path, ...page.aliases]));
    const missing = built.split(/ (?=\S+\/)/u).filter((file) => !addresses.has(`/${file}`));
    assert.deepEqual(missing, []);
    remove();
  });

const hexo = (files: Readonly<Record<string, string>>, body: string) =>
  sourceOf({
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "_config.yml": "theme: icarus\nurl: https://blog.test\n",
    "source/_posts/글.md": `---\ntitle: 글\ndate: 2020-06-01\n---\n${body}`,
    ...files,
  });

/** What a reader sees of the one post of a Hexo blog, and of what the import tells. */
async function seen(files: Readonly<Record<string, string>>, body: string) {
  const { root, remove } = hexo(files, body);
  const ours = await imported(root);
  const entry = ours.entryOf("source/_posts/글.md");
  const html = entry === undefined ? "" : ours.body(entry).html;
  const told = ours.report.pages.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  ours.remove();
  remove();
  return { html, told };
}

test("a theme's own settings show formulas on every page, unless only those that ask for them", async () => {
  const body = "값은 $x^2$이다.\n";
  const shown = async (theme: string) => (await seen({ "_config.icarus.yml": theme }, body)).html.includes("<math");
  assert.equal(await shown("plugins:\n  katex: false\n  mathjax:\n    enable: true\n"), true);
  assert.equal(await shown("math:\n  mathjax:\n    enable: true\n"), true);
  assert.equal(await shown("math:\n  every_page: false\n  mathjax:\n    enable: true\n"), false);
  assert.equal(await shown("mathjax:\n  enable: true\n  per_page: true\n"), false);
  assert.equal(await shown("plugins:\n  mathjax: false\n"), false);
});

test("NexT's buttons and labels, code from a file, and a link pasted into a link keep words and addresses alone", async () => {
  const { html, told } = await seen(
    { "source/downloads/code/a.js": "1\n" },
    "{% button https://a.kr, 단추글, home %} {% label primary@라벨글 %}\n\n{% include_code 예제 lang:js a.js %}\n\n[말]([https://b.kr/](https://b.kr/))\n",
  );
  assert.match(html, /<a href="https:\/\/a\.kr"[^>]*>단추글<\/a> 라벨글<\/p>/u);
  assert.match(html, /<a href="\/downloads\/code\/a\.js"[^>]*>예제 a\.js<\/a>/u);
  assert.match(html, /<a href="https:\/\/b\.kr\/"[^>]*>말<\/a>/u);
  assert.deepEqual(told, []);
});

test("a link to a post has its title, or the words written there; whether they are HTML is no word", async () => {
  const { html } = await seen(
    { "source/_posts/봄.md": "---\ntitle: 봄 이야기\ndate: 2020-03-01\n---\n봄\n" },
    "{% post_link 봄 %} {% post_link 봄 꽃과 나비 true %} {% post_link 봄 false %}\n",
  );
  assert.deepEqual(
    Array.from(html.matchAll(/<a [^>]*>([^<]*)<\/a>/gu), ([, words]) => words),
    ["봄 이야기", "꽃과 나비", "봄 이야기"],
  );
});

test("a picture's address written with backslashes is found", async () => {
  const { html, told } = await seen(
    {
      "source/images/접근 키.svg":
        '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2"/></svg>',
    },
    "![그림](\\images\\접근 키.svg)\n",
  );
  assert.match(html, /<img [^>]*alt="그림"/u);
  assert.deepEqual(told, []);
});

test("Hexo: fields that only a line below them ends are fields", async (context) => {
  const { root, remove } = sourceOf({
    "_config.yml": "url: https://h.test\n",
    "source/_posts/글.md": "title: 글\ndate: 2014-03-02 10:00:00\ntags:\n- 가\n---\n본문\n",
    "source/_posts/말.md": "---\ntitle: 말\ndate: 2014-03-02\n---\ntitle: 뜻\n---\n",
  });
  context.after(remove);
  const ours = await imported(root, { kind: "hexo" });
  context.after(ours.remove);
  assert.deepEqual(
    ours.entries.map(({ title, draft, path: at, tags }) => [title, draft, at, tags]),
    [
      ["글", false, "/2014/03/02/글/", ["가"]],
      ["말", false, "/2014/03/02/말/", []],
    ],
  );
  assert.deepEqual(
    ours.report.pages.flatMap(({ warnings }) => warnings),
    [],
  );
});

test("a picture beside a post is found by the address of the post, whatever others are called like it", async (context) => {
  const drawing = (size: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="1"><path d="M0 0h2"/></svg>`;
  const post = (name: string, words = "") =>
    `---\ntitle: ${name}\ndate: 2020-06-01\nthumbnail: /2020/06/01/${encodeURI(name)}/thumb.svg\n---\n${words}\n`;
  const { root, remove } = sourceOf({
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "_config.yml": "url: https://blog.test\npost_asset_folder: true\n",
    "source/_posts/가.md": post("가", "![남](/2020/06/01/나/thumb.svg)"),
    "source/_posts/가/thumb.svg": drawing(2),
    "source/_posts/나.md": post("나"),
    "source/_posts/나/thumb.svg": drawing(3),
  });
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  assert.deepEqual(
    ours.entries.map(({ title, image }) => [title, image?.width]),
    [
      ["가", 2],
      ["나", 3],
    ],
  );
  const [entry = assert.fail()] = ours.entries;
  assert.match(ours.body(entry).html, /<img [^>]*width="3"/u);
  assert.deepEqual([...ours.problems, ...ours.report.pages.flatMap(({ warnings }) => warnings)], []);
});

test("links and buttons of themes lead where their lists say, with the first words", async () => {
  const { html } = await seen(
    {},
    [
      "{% btn 'https://a.kr/1',하나,far fa-hand,block %}",
      "{% btn https://a.kr/2,둘 둘,icon %}",
      "{% link 셋 셋,이름,https://a.kr/3 %}",
      "{% link 넷 넷 https://a.kr/4 true 제목 %}",
    ].join("\n\n"),
  );
  assert.deepEqual(
    Array.from(html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/gu), ([, address, words]) => [address, words]),
    [
      ["https://a.kr/1", "하나"],
      ["https://a.kr/2", "둘 둘"],
      ["https://a.kr/3", "셋 셋"],
      ["https://a.kr/4", "넷 넷"],
    ],
  );
});

test("formulas between tags stay; a tag alone that switches formulas on shows nothing", async () => {
  const { html } = await seen({}, "{% mathjax %}\n\n값은 {% katex %}x_1{% endkatex %}이다.\n");
  assert.match(html, /^<p>값은 <math>[\s\S]*<\/math>이다\.<\/p>/u);
});

test("Hexo: addresses of a post's own files inside HTML and links, names of times, titles of code behind a blank", async () => {
  const { root, remove } = sourceOf({
    "package.json": '{"dependencies":{"hexo":"7"}}',
    "_config.yml": "post_asset_folder: true\n",
    "source/_posts/글.md":
      '---\ntitle: 글\ndate: 2020-01-01\n---\n<img src="{% asset_path a.svg %}"> ![그림]({% asset_path a.svg %}) {% asset_img a.svg "봄 \\"꽃\\" 말" %}\n\n``` js a.js\nx\n```\n\n{% timeline 2020 %}\n<!-- timeline 1월 -->\n한 일\n<!-- endtimeline -->\n{% endtimeline %}\n',
    "source/_posts/글/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  const ours = await imported(root);
  const page = ours.report.pages[0] ?? assert.fail();
  const body = readFileSync(path.join(ours.root, page.target), "utf8").replace(/^---\n[\s\S]*?\n---\n+/u, "");
  ours.remove();
  remove();
  assert.equal(
    body.replace(/\n{3,}/gu, "\n\n"),
    '<img src="a.svg"> ![그림](a.svg) ![봄 "꽃" 말](a.svg)\n\n``` js title="a.js"\nx\n```\n\n**1월**\n\n한 일\n',
  );
});

test("Hexo: an apostrophe in a tag's words stays; code that names a file alone has no language", async () => {
  const body =
    "{% blockquote 김봄 https://a.kr/ 김봄's 책 'n' 글 %}\n말\n{% endblockquote %}\n\n{% codeblock .gitignore %}\n*.log\n{% endcodeblock %}\n\n{% img a.svg \"students' 방\" %}\n";
  const { html } = await seen({}, body);
  assert.match(html, /<a href="https:\/\/a\.kr\/"[^>]*>김봄, 김봄’s 책 n 글<\/a>/u);
  assert.match(html, /<figcaption>\.gitignore<\/figcaption><pre[^>]*>/u);
  assert.match(html, /students' 방/u);
});
