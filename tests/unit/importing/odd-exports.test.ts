import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { imported } from "./imported.ts";
import { sourceOf } from "./source-of.ts";

/** What programs write into their exports beside plain posts, as their own documentation has it. */
async function blog(context: TestContext, files: Readonly<Record<string, string>>) {
  const { root, remove } = sourceOf(files);
  context.after(remove);
  const ours = await imported(root);
  context.after(ours.remove);
  const page = (source: string) => ours.report.pages.find((one) => one.source === source);
  const written = (source: string) => readFileSync(path.join(ours.root, page(source)?.target ?? ""), "utf8");
  return { ...ours, page, written };
}

const item = (id: number, type: string, more: string) =>
  `<item><wp:post_id>${String(id)}</wp:post_id><wp:post_type>${type}</wp:post_type><wp:status>publish</wp:status>${more}</item>`;
const content = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`;

test("WordPress: blocks that posts share, galleries by number, players", async (context) => {
  const picture = (id: number) =>
    item(
      id,
      "attachment",
      `<wp:attachment_url>https://w.test/wp-content/uploads/${String(id)}.jpg</wp:attachment_url>`,
    );
  const items = [
    item(
      1,
      "post",
      `<title>블록</title>${content('<!-- wp:block {"ref":7} /-->\n<!-- wp:paragraph --><p>끝</p><!-- /wp:paragraph -->')}`,
    ),
    item(
      2,
      "post",
      `<title>옛 글</title>${content('처음\n\n[gallery columns="2" ids="5, 6"]\n\n[audio src="https://a.test/a.mp3"][/audio]\n\n[video width="640" mp4="https://a.test/v.mp4"][/video]\n\n[gallery ids="99"]')}`,
    ),
    item(
      7,
      "wp_block",
      content('<!-- wp:paragraph --><p>나눠 쓰는 말</p><!-- /wp:paragraph --><!-- wp:block {"ref":7} /-->'),
    ),
    picture(5),
    picture(6),
  ];
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  assert.match(ours.written("posts/1-블록.html"), /---\n\n나눠 쓰는 말\n\n끝\n$/u);
  const old = ours.written("posts/2-옛-글.html");
  assert.match(old, /!\[\]\(\S+5\.jpg\)\n\n!\[\]\(\S+6\.jpg\)/u);
  assert.match(old, /\]\(https:\/\/a\.test\/a\.mp3\)\n\n\[[^\]]+\]\(https:\/\/a\.test\/v\.mp4\)/u);
  assert.match(old, /> 숏코드 `gallery`: ids=99\n$/u);
});

const ghostHtml = `<p><a href="__GHOST_URL__/b/">둘째</a></p>
<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">알림 <b>굵게</b></div></div>
<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">물음</h4><button><svg><path></path></svg></button></div><div class="kg-toggle-content"><p>대답</p></div></div>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.test/"><div class="kg-bookmark-title">남의 글</div><div class="kg-bookmark-description">설명</div></a></figure>
<div class="kg-card kg-audio-card"><audio src="https://a.test/s.mp3"></audio><div class="kg-audio-title">노래</div><span class="kg-audio-current-time">0:00</span></div>
<div class="kg-card kg-video-card"><p>빠진 영상</p></div>`;

const lexical = {
  children: [
    {
      type: "paragraph",
      children: [{ text: "아직 " }, { type: "link", children: [{ text: "쓰는" }] }, { text: " 글" }],
    },
    { type: "codeblock", code: "1 < 2" },
  ],
};

test("Ghost: cards, the site's own address, tags that only its staff see", async (context) => {
  const data = {
    posts: [
      {
        id: "1",
        title: "첫 글",
        slug: "a",
        html: ghostHtml,
        status: "published",
        feature_image: "https://a.test/c.png",
      },
      { id: "2", title: "둘째", slug: "b", html: "<p>글</p>", status: "published" },
      { id: "3", title: "셋째", slug: "c", html: null, lexical: JSON.stringify({ root: lexical }), status: "draft" },
    ],
    posts_meta: [{ post_id: "1", feature_image_alt: "덮개" }],
    tags: [
      { id: "t1", name: "여행", slug: "trip", visibility: "public" },
      { id: "t2", name: "#편지", slug: "hash-letter", visibility: "internal" },
      { id: "t3", name: "초안뿐", slug: "draft", visibility: "public" },
    ],
    posts_tags: [
      { post_id: "1", tag_id: "t2" },
      { post_id: "1", tag_id: "t1" },
      { post_id: "3", tag_id: "t3" },
    ],
    users: [
      { id: "u1", name: "홍길동" },
      { id: "u2", name: "임꺽정" },
    ],
    posts_authors: [
      { post_id: "1", author_id: "u2", sort_order: 1 },
      { post_id: "1", author_id: "u1", sort_order: 0 },
    ],
  };
  const ours = await blog(context, { "g.json": JSON.stringify({ db: [{ data }] }) });
  const entry = ours.entries.find(({ path: at }) => at === "/a/");
  assert.deepEqual(
    [entry?.tags, /^author: (.*)$/mu.exec(ours.written("posts/1-a.html"))?.[1]],
    [["여행"], "홍길동, 임꺽정"],
  );
  assert.deepEqual(Object.fromEntries(ours.redirects()), {
    "/tag/trip/": "/tags/여행/",
    "/tag/trip/rss/": "/tags/여행/rss.xml",
  });
  assert.match(ours.written("posts/3-c.html"), /\n\n아직 쓰는 글\n\n1 < 2\n$/u);
  const text = ours.written("posts/1-a.html");
  assert.ok(text.includes("imageAlt: 덮개"));
  const body = text.slice(text.indexOf("\n\n") + 2);
  assert.equal(
    body,
    "[둘째](/b/)\n\n> [!NOTE]\n> 알림 **굵게**\n\n<details>\n<summary>물음</summary>\n\n대답\n\n</details>\n\n[남의 글](https://a.test/)\n\n[노래 — a.test](https://a.test/s.mp3)\n\n빠진 영상\n",
  );
});

test("Notion: a box that is not ticked hides its page, a span of days begins on its first", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const ours = await blog(context, {
    [`가 ${number}1.md`]: "# 가\n\nPublished: No\nDate: January 2, 2024 → January 5, 2024\n\n글\n",
    [`나 ${number}2.md`]:
      '# 나\n\nPublished: Yes\nDate: 2024년 3월 2일 오후 3:04\n\n<aside>\n<img src="https://www.notion.so/icons/bulb.svg" alt="" width="40px" />\n\n알림\n\n</aside>\n',
    [`표 ${number}3.csv`]: "Name,Published,Date\n가,No,\n나,Yes,\n",
    "메모.md": "제목 없는 글\n",
  });
  assert.equal(ours.entryOf("메모.md")?.title, "메모");
  const found = ["가", "나"].map((title) => ours.entries.find((entry) => entry.title === title));
  assert.deepEqual(
    found.map((entry) => [entry?.draft, entry?.date?.iso.slice(0, 16)]),
    [
      [true, "2024-01-02T00:00"],
      [false, "2024-03-02T15:04"],
    ],
  );
  assert.match(ours.written(`나 ${number}2.md`), /> \[!NOTE\]\n> 알림\n/u);
});

test("Obsidian: templates and drawings are no posts, files are links, tags stand among words", async (context) => {
  const ours = await blog(context, {
    ".obsidian/templates.json": '{"folder":"틀"}',
    "틀/일기.md": "---\ntitle: 틀글표지\n---\n틀\n",
    "그림.excalidraw.md": "---\nexcalidraw-plugin: parsed\n---\n그림글표지\n",
    "판.canvas": '{"nodes":[{"text":"판글표지"}]}',
    "문서.pdf": "%PDF-1.4\n",
    "첫.md":
      "---\ntags: [가]\n---\n#여행/제주 다녀옴 #2024 `#코드` a#b\n\n%% #비밀 %%\n\n![[문서.pdf#page=2]]\n\n```\n#블록\n```\n",
  });
  assert.deepEqual(
    ours.entries.map(({ title, tags }) => [title, tags]),
    [["첫", ["가", "여행/제주"]]],
  );
  assert.deepEqual(
    ours.report.left.map(({ file, reason }) => [file, reason]),
    [
      ["그림.excalidraw.md", "left-foreign"],
      ["판.canvas", "left-foreign"],
    ],
  );
  assert.ok(existsSync(path.join(ours.root, "public/문서.pdf")));
  assert.match(ours.written("첫.md"), /\[문서\.pdf#page=2\]\(\/문서\.pdf\)/u);
});

test("Obsidian: a picture's size in a table, and a link whose words are in brackets", async (context) => {
  const ours = await blog(context, {
    ".obsidian/app.json": "{}",
    "붙임/밭.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "글.md":
      "# 글\n\n| 가 |\n|---|\n| ![[밭.svg\\|100]] |\n\n![[밭.png]](https://a.example/b.png) [[글]](#참고) [[#긴 제목]] [[글#긴 제목|절]]\n\n## 긴 제목\n",
  });
  assert.match(ours.written("글.md"), / \[긴 제목\]\(#긴-제목\) \[절\]\(\/posts\/글\/#긴-제목\)/u);
  assert.match(ours.written("글.md"), /\| !\[\\\|100\]\(\/붙임\/밭\.svg\) \|/u);
  assert.match(ours.written("글.md"), /!\[\[밭\.png\]\]\(https:\/\/a\.example\/b\.png\) \[\[글\]\]\(#참고\)/u);
});

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

test("Zola: tags and categories stand under taxonomies", async (context) => {
  const head = 'title = "글"\ndate = 2020-06-01\n[taxonomies]\ntags = ["가", "나"]\ncategories = ["다"]';
  const ours = await blog(context, { "config.toml": "", "content/글.md": `+++\n${head}\n+++\n글\n` });
  assert.deepEqual(
    ours.entries.map(({ tags, categories }) => [tags, categories]),
    [[["가", "나"], ["다"]]],
  );
});

test("WordPress: links by number, shortcodes and types of plugins", async (context) => {
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const link = "<link>https://w.test/2020/첫/</link><title>첫</title>";
  const items = [
    item(1, "post", link + content('<a href="https://w.test/?p=1">나</a> [표 id="1"] [form id="2" to="a@b.kr"] 끝')),
    item(2, "portfolio", `<title>작품</title>${content("남길 말")}`),
    item(3, "nav_menu_item", content("메뉴")),
  ];
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  const text = ours.written("posts/1-첫.html");
  assert.match(text, /\[나\]\(\/2020\/첫\/\) \\\[표 id="1"\\\] \(숏코드 `form`: id=2, to=a@b\.kr\) 끝\n$/u);
  const codes = ours.report.pages.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  assert.deepEqual(codes, ["shortcode-unknown"]);
  assert.deepEqual(ours.report.left, [{ file: "portfolio: 작품", reason: "left-type" }]);
});

test("WordPress: shortcodes of plugins by the table of all systems, footnotes of blocks, lists", async (context) => {
  const head =
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>집</title><link>https://w.test</link>';
  const classic = [
    '[su_spoiler title="접은 글"]접힌 <b>말</b>[/su_spoiler]',
    '[quote author="어머니"]밥 먹었니[/quote]',
    "[tweet 123456789012] [youtube=https://youtu.be/abc?t=5&amp;x=1]",
    '[contact-form][contact-field label="이름" /][/contact-form]',
    "[toc] [참고] [note] [0] [e-book] [see a_b] [pdf 받기] [recent_posts]",
    "[b]굵게[/b] 뒤[/su_box]",
  ];
  const call = (id: string) => `<sup data-fn="${id}" class="fn"><a href="#${id}">1</a></sup>`;
  const notes = JSON.stringify([
    { id: "b-2", content: "둘째 말" },
    { id: "a-1", content: "<em>첫째</em> 말" },
    { id: "c-3", content: "부르지 않은 말" },
  ]);
  const meta = `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${notes}]]></wp:meta_value></wp:postmeta>`;
  const terms =
    '<category domain="category" nicename="walk"><![CDATA[산책]]></category><category domain="post_tag" nicename="%eb%b4%84"><![CDATA[봄 꽃]]></category>';
  const block = `<!-- wp:paragraph --><p>글${call("a-1")}과 ${call("b-2")} <a href="https://w.test/category/walk/">산책</a></p><!-- /wp:paragraph --><img src="https://i0.wp.com/w.test/wp-content/uploads/x.jpg?resize=300%2C200" alt="">`;
  const items = [
    item(1, "post", `<title>옛 글</title>${content(classic.join("\n\n"))}`),
    item(2, "post", `<title>새 글</title>${content(block)}${meta}${terms}`),
  ];
  const ours = await blog(context, { "a.xml": `${head}${items.join("")}</channel></rss>` });
  const old = ours.written("posts/1-옛-글.html");
  assert.match(
    old,
    /<details>\n<summary>접은 글<\/summary>\n\n접힌 \*\*말\*\*\n\n<\/details>\n\n> 밥 먹었니\n>\n> — 어머니\n/u,
  );
  assert.match(old, /\[X: [^\]]+\]\(https:\/\/twitter\.com\/i\/status\/123456789012\)/u);
  assert.match(old, /\]\(https:\/\/youtu\.be\/abc\?t=5&x=1\)/u);
  assert.match(old, /`contact-field`: label=이름/u);
  assert.match(
    old,
    /\n *\\\[참고\\\] \\\[note\\\] \\\[0\\\] \\\[e-book\\\] \\\[see a\\_b\\\] \\\[pdf 받기\\\] \(숏코드 `recent_posts`\)\n\n\*\*굵게\*\* 뒤\n$/u,
  );
  const text = ours.written("posts/2-새-글.html");
  assert.match(text, /글\[\^1\]과 \[\^2\] \[산책\]\(\/categories\/산책\/\)\n/u);
  assert.match(text, /\n\[\^1\]: \*첫째\* 말\n\n\[\^2\]: 둘째 말\n\n\[\^3\]: 부르지 않은 말\n$/u);
  assert.match(text, /!\[\]\(https:\/\/w\.test\/wp-content\/uploads\/x\.jpg\)/u);
  const moves = readFileSync(path.join(ours.root, "src/content/moves.txt"), "utf8");
  assert.match(moves, /^\/category\/walk\/ \/categories\/산책\/$/mu);
  assert.match(moves, /^\/tag\/봄\/ \/tags\/봄-꽃\/$/mu);
  assert.match(moves, /^\/category\/walk\/feed\/ \/categories\/산책\/rss\.xml$/mu);
});

test("Notion: fields of a page whose title no file can have, and no table that says more than its pages", async (context) => {
  const number = "0123456789abcdef0123456789abcde";
  const table = `표 ${number}3.csv`;
  const ours = await blog(context, {
    [`가 나 ${number}1.md`]:
      `# 가: 나?\n\n날짜: 2024/01/02\n\n글 [표](${encodeURIComponent(table)}) [수](%EC%88%98.csv)\n`.normalize("NFC"),
    [`비밀 ${number}2.md`]: "# 비밀\n\n공개: No\n\n글\n",
    [table]: "이름,날짜,공개\n가: 나?,2024/01/02,Yes\n비밀,,No\n",
    "수.csv": "1,2\n",
  });
  assert.match(ours.written(`가 나 ${number}1.md`), /\n---\n\n글 \[표\]/u);
  const files = globSync("public/**/*.csv", { cwd: ours.root });
  assert.deepEqual(files, ["public/수.csv"]);
});

test("MDX: pictures that a post imports stand where it shows them; an underlined heading gives the title", async (context) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2"/></svg>';
  const ours = await blog(context, {
    "astro.config.mjs": 'export default { site: "https://a.test" };',
    "src/assets/봄.svg": svg,
    "src/content/blog/가.mdx":
      '---\ndate: 2020-01-01\n---\n밑줄 제목\n===\n\nimport img from "../../assets/봄.svg";\nimport Box from "./Box.astro";\n\n<Image src={img} alt="꽃" />\n\n`<Image src={img} />` <Image src={other} alt="" />\n',
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
