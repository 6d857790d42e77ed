import assert from "node:assert/strict";
import { test } from "node:test";
import { blog } from "./odd-blog.ts";

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
  assert.match(ours.written("posts/3-c.html"), /\n\n아직 쓰는 글\n\n```\n1 < 2\n```\n$/u);
  const text = ours.written("posts/1-a.html");
  assert.ok(text.includes("imageAlt: 덮개"));
  const body = text.slice(text.indexOf("\n\n") + 2);
  assert.equal(
    body,
    "[둘째](/b/)\n\n> [!NOTE]\n> 알림 **굵게**\n\n<details>\n<summary>물음</summary>\n\n대답\n\n</details>\n\n[남의 글](https://a.test/)\n\n[노래 — a.test](https://a.test/s.mp3)\n\n빠진 영상\n",
  );
});

const words = (text: string, format = 0) => ({ type: "extended-text", text, format });
const cards = [
  { type: "extended-heading", tag: "h2", children: [words("1 < 2")] },
  {
    type: "paragraph",
    children: [
      words("굵게", 3),
      { type: "link", url: "https://b.test/?a=1&b=2", children: [words("고리")] },
      { type: "linebreak" },
      words("x", 16),
    ],
  },
  { type: "list", tag: "ul", children: [{ type: "listitem", children: [words("하나")] }] },
  { type: "image", src: "https://a.test/a.png", alt: "그림", caption: "설명" },
  { type: "gallery", images: [{ src: "https://a.test/b.png", alt: "나" }], caption: "모음" },
  { type: "codeblock", code: 'a &lt; "b"\n\nc', language: "js" },
  { type: "markdown", markdown: "1. **가**\n\n```\n나\n```\n" },
  { type: "html", html: "<p>에이치</p>" },
  { type: "embed", url: "https://youtu.be/abc", html: '<iframe src="https://www.youtube.com/embed/abc"></iframe>' },
  { type: "bookmark", url: "https://a.test/", metadata: { title: "남의 글" } },
  { type: "callout", calloutText: "알림 <b>말</b>", calloutEmoji: "💡" },
  { type: "toggle", heading: "물음", content: "<p>대답</p>" },
  { type: "file", src: "https://a.test/a.pdf", fileTitle: "자료", fileCaption: "자료 설명" },
  { type: "button", buttonText: "누르기", buttonUrl: "https://a.test/go" },
  { type: "email", html: "<p>편지에만</p>" },
  { type: "product", productTitle: "좋은 물건", alignment: "left", productDescription: "<p>물건 설명</p>" },
];

test("Ghost: a post that has the form of its editor alone keeps its cards; what letters alone said is no page's", async (context) => {
  const post = (id: string, rest: object) => ({ id, title: id, slug: id, html: null, status: "published", ...rest });
  const gated = { type: "html", html: "<p>회원</p>", visibility: { web: { nonMember: false } } };
  const posts = [
    post("a", { lexical: JSON.stringify({ root: { children: cards } }) }),
    post("b", { lexical: JSON.stringify({ root: { children: [gated] } }) }),
    post("c", { lexical: "{", plaintext: "한 <줄>\n두 줄" }),
  ];
  const ours = await blog(context, { "g.json": JSON.stringify({ db: [{ data: { posts } }] }) });
  const body = (name: string) => ours.written(`posts/${name}-${name}.html`).replace(/^---\n[\s\S]*?\n---\n\n/u, "");
  assert.equal(
    body("a"),
    `## 1 < 2

***굵게***[고리](https://b.test/?a=1&b=2)  
\`x\`

-   하나

![그림](https://a.test/a.png "설명")

![나](https://a.test/b.png)

모음

\`\`\`js
a &lt; "b"

c
\`\`\`

1. **가**

\`\`\`
나
\`\`\`

에이치

[외부 콘텐츠 — youtube.com](https://www.youtube.com/watch?v=abc)

[남의 글](https://a.test/)

> [!NOTE]
> 알림 **말**

<details>
<summary>물음</summary>

대답

</details>

[자료](https://a.test/a.pdf)

자료 설명

[누르기](https://a.test/go)

<!-- 편지에만 -->

좋은 물건

물건 설명
`,
  );
  assert.ok(ours.page("posts/b-b.html")?.isDraft);
  assert.equal(body("c"), "한 <줄>  \n두 줄\n");
});

test("Ghost before 1.0: days in milliseconds, one author by number, the cover as `image`", async (context) => {
  const post = { id: 1, title: "글", slug: "a", html: "<p>글</p>", status: "published", author_id: 7 };
  const posts = [{ ...post, image: "https://a.test/c.png", published_at: 1_426_078_349_156 }];
  const ours = await blog(context, {
    "g.json": JSON.stringify({ db: [{ data: { posts, users: [{ id: 7, name: "김봄" }] } }] }),
  });
  const text = ours.written("posts/1-a.html");
  for (const line of ["date: 2015-03-11T21:52:29+09:00", "author: 김봄", "image: https://a.test/c.png"])
    assert.ok(text.includes(`\n${line}\n`), line);
});
