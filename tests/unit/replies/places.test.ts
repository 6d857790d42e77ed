import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { repliesSchema } from "#model/replies.ts";
import { replyHtml } from "#outputs/reply-html.ts";
import { bluesky } from "#tools/replies/bluesky.ts";
import { changesOf } from "#tools/replies/gather.ts";
import { github } from "#tools/replies/github.ts";
import { mastodon } from "#tools/replies/mastodon.ts";
import { webmention } from "#tools/replies/webmention.ts";
import { gathered, of, posts, said } from "./places.ts";
import { type Asked, type Said, standIn } from "./stand-in.ts";

async function place(context: TestContext, answer: (asked: Asked) => Said) {
  const one = await standIn(answer);
  context.after(one.close);
  return one;
}

const hostile = `<p onclick="x()">안녕<script>alert(1)</script><img src="https://spy.example/p.png" alt="웃음"><a href="javascript:x()">가</a></p><style>*{}</style>`;
const made = "<p>안녕웃음가</p>";

// GitHub

const author = (login: string) => ({ login, url: `https://github.com/${login}` });
const note = (id: string, minute: number, more: object = {}) => ({
  id,
  url: `https://github.com/o/r/discussions/7#${id}`,
  bodyHTML: `<p>${id}</p>`,
  createdAt: `2026-03-01T00:0${String(minute)}:00Z`,
  isMinimized: false,
  deletedAt: null,
  author: author(id),
  ...more,
});

/** Pages of `size`, as GraphQL connections have them. */
function pages(all: readonly object[], after: unknown, size = 1) {
  const from = Number(after ?? 0);
  return {
    pageInfo: { hasNextPage: from + size < all.length, endCursor: String(from + size) },
    nodes: all.slice(from, from + size),
  };
}

function gitHub(notes: { comments: readonly { id: string }[]; answers: readonly object[]; top?: object }) {
  return ({ token, body: { query = "", variables = {} } }: Asked): Said => {
    if (token !== "secret") return 401;
    const { after, inner } = variables;
    if (query.includes("discussions(first")) {
      const list = [
        { url: "https://github.com/o/r/discussions/1", title: "질문", body: "다른 이야기" },
        { url: "https://github.com/o/r/discussions/7", title: "blog/posts/%EB%B4%84/", body: "# 봄" },
        {
          url: "https://github.com/o/r/discussions/8",
          title: "여름 이야기",
          body: "https://user.example/blog/posts/여름/ 에서",
        },
      ];
      return { json: { data: { repository: { discussions: pages(list, after, 2) } } } };
    }
    const answers = { replies: pages(notes.answers, inner) };
    if (query.includes("node(id")) return { json: { data: { node: answers } } };
    const isSeven = variables["number"] === 7;
    const comments = pages(isSeven ? notes.comments : [], after);
    const nodes = comments.nodes.map((one) => ({
      ...one,
      replies: "id" in one && one.id === "하나" ? answers.replies : pages([], 0),
    }));
    const top = { ...note("D", 0), body: "# 봄", author: author("giscus"), ...(isSeven ? notes.top : {}) };
    return { json: { data: { repository: { discussion: { ...top, comments: { ...comments, nodes } } } } } };
  };
}

test("GitHub: discussions that giscus keeps by path or that link to a post are read page by page, with answers", async (context) => {
  const comments = [
    note("하나", 1),
    note("둘", 3, { bodyHTML: hostile, author: null }),
    note("숨김", 4, { isMinimized: true }),
  ];
  const answers = [note("셋", 2), note("지움", 5, { deletedAt: "2026-03-02T00:00:00Z", bodyHTML: "" }), note("넷", 6)];
  const { address, asked } = await place(context, gitHub({ comments, answers }));
  const first = await gathered(github("o/r", "secret", address));
  assert.deepEqual(first.failures, []);
  assert.deepEqual(said(of(first, "봄").replies), [
    "하나: <p>하나</p>",
    "셋 → github:하나: <p>셋</p>",
    `ghost: ${made}`,
    "넷 → github:하나: <p>넷</p>",
  ]);
  assert.deepEqual(of(first, "봄").discussions, ["https://github.com/o/r/discussions/7"]);
  assert.deepEqual(of(first, "여름"), { discussions: ["https://github.com/o/r/discussions/8"], replies: [] });
  assert.ok(asked.every(({ token }) => token === "secret"));
  assert.deepEqual(changesOf(await gathered(github("o/r", "secret", address), first.after), first.after), []);
});

test("GitHub: whoever opens a discussion by our link has said something; without a token nothing is asked or lost", async (context) => {
  const top = {
    author: author("독자"),
    body: "https://user.example/blog/posts/봄/\n\n잘 읽었습니다.",
    bodyHTML: "<p>잘 읽었습니다.</p>",
  };
  const { address, asked } = await place(context, gitHub({ comments: [], answers: [], top }));
  const first = await gathered(github("o/r", "secret", address));
  assert.deepEqual(said(of(first, "봄").replies), ["독자: <p>잘 읽었습니다.</p>"]);
  const count = asked.length;
  const without = github("o/r", undefined, address);
  assert.equal(without.missing, "GITHUB_TOKEN");
  assert.deepEqual(changesOf(await gathered(without, first.after), first.after), []);
  assert.equal(asked.length, count);
});

test("GitHub: errors in an answer, also a spent limit, lose nothing", async (context) => {
  const { address } = await place(context, () => ({
    json: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
  }));
  const { address: well } = await place(context, gitHub({ comments: [note("하나", 1)], answers: [] }));
  const before = (await gathered(github("o/r", "secret", well))).after;
  const failed = await gathered(github("o/r", "secret", address), before);
  assert.deepEqual(failed.failures, [{ at: "github", why: "API rate limit exceeded" }]);
  assert.deepEqual(changesOf(failed, before), []);
});

// webmention.io

const mention = (id: number, more: object = {}) => ({
  type: "entry",
  author: {
    type: "card",
    name: `이웃 ${id}`,
    photo: "https://webmention.io/avatar/1.jpg",
    url: "https://neighbour.example/",
  },
  url: `https://neighbour.example/${id}`,
  published: "2026-03-01T09:00:00+09:00",
  "wm-received": "2026-03-02T00:00:00Z",
  "wm-id": id,
  "wm-source": `https://neighbour.example/${id}`,
  "wm-target": "https://user.example/blog/posts/%EB%B4%84/?utm=1",
  "wm-property": "in-reply-to",
  "wm-private": false,
  content: { html: `<p>답 ${id}</p>`, text: `답 ${id}` },
  ...more,
});

test("webmention.io: replies and mentions of all pages, of present and former addresses; likes and private ones stay out", async (context) => {
  const long = "긴 글 ".repeat(200);
  let all = [
    mention(1),
    mention(2, { "wm-property": "like-of", content: undefined }),
    mention(3, {
      "wm-target": "https://user.example/blog/옛-봄",
      published: null,
      content: { html: hostile, text: "안녕" },
    }),
    mention(4, {
      "wm-property": "mention-of",
      name: "봄을 읽고",
      content: { html: `<p>${long}</p>`, text: long },
      published: "2026-03-03T00:00:00Z",
    }),
    mention(5, { "wm-private": true }),
    mention(6, { "wm-target": "https://elsewhere.example/" }),
    mention(7, {
      url: "javascript:alert(1)",
      author: { name: "\u001b[31m빨강", url: "data:x" },
      published: "2026-03-04T00:00:00Z",
    }),
  ];
  const { address, asked } = await place(context, ({ url }) => {
    const page = Number(url.searchParams.get("page"));
    return { json: { type: "feed", name: "Webmentions", children: all.slice(page * 3, page * 3 + 3) } };
  });
  const get = () => webmention("user.example", "secret", address);
  const first = await gathered(get());
  assert.deepEqual(said(of(first, "봄").replies), [
    "이웃 1: <p>답 1</p>",
    `이웃 3: ${made}`,
    "이웃 4: <p>봄을 읽고</p>",
    "[31m빨강: <p>답 7</p>",
  ]);
  const { person, url } = of(first, "봄").replies[3] ?? {};
  assert.deepEqual([person, url], [undefined, undefined]);
  assert.deepEqual(of(first, "봄").discussions, []);
  assert.equal(asked[0]?.url.search, "?domain=user.example&token=secret&per-page=100&page=0");
  all = all.filter((one) => one["wm-id"] !== 1);
  const [change] = changesOf(await gathered(get(), first.after), first.after);
  assert.deepEqual(
    change?.removed.map(({ id }) => id),
    ["webmention:1"],
  );
});

// Mastodon

const status = (id: number, to: number, more: object = {}) => ({
  id: String(id),
  created_at: `2026-03-01T00:${String(id).padStart(2, "0")}:00.000Z`,
  in_reply_to_id: String(to),
  visibility: "public",
  spoiler_text: "",
  uri: `https://far.example/users/${id}/statuses/${id}`,
  url: `https://far.example/@사람${id}/${id}`,
  replies_count: 0,
  content: `<p>답 ${id}</p>`,
  account: {
    acct: `사람${id}@far.example`,
    display_name: `사람 ${id}`,
    url: `https://far.example/@사람${id}`,
    avatar: "https://far.example/a.png",
  },
  ...more,
});

test("Mastodon: threads below an author's own statuses that link to a post, found page by page and followed past a server's limits", async (context) => {
  const server = await place(context, ({ url }): Said => {
    if (url.pathname === "/api/v1/accounts/lookup")
      return url.searchParams.get("acct") === "me" ? { json: { id: "9" } } : 404;
    if (url.pathname === "/api/v1/accounts/9/statuses") {
      const own = (id: string, content: string, card: unknown = null) => ({
        id,
        url: `${server.address}/@me/${id}`,
        content,
        card,
      });
      const link = '<p>새 글 <a href="https://user.example/blog/posts/%EB%B4%84/?from=m">봄</a></p>';
      if (url.searchParams.get("max_id") === "10") return { json: [] };
      if (url.searchParams.get("max_id") === "50")
        return { json: [own("10", "<p>글</p>", { url: "https://user.example/blog/posts/여름/" })] };
      return { json: [own("60", "<p>점심</p>"), own("50", link)] };
    }
    const id = url.pathname.split("/")[4];
    const threads: Readonly<Record<string, object[]>> = {
      "50": [
        status(1, 50, { replies_count: 1 }),
        status(2, 1, { content: hostile, spoiler_text: "<b>주의" }),
        status(3, 50, { visibility: "private" }),
        status(4, 50, {
          replies_count: 1,
          account: { acct: "name@far.example", display_name: "", url: "javascript:x()" },
        }),
      ],
      "4": [status(5, 4)],
      "10": [],
    };
    return threads[id ?? ""] ? { json: { ancestors: [], descendants: threads[id ?? ""] } } : 404;
  });
  const account = `@me@${new URL(server.address).host}`;
  const first = await gathered(mastodon(account, "secret", "http"));
  assert.deepEqual(first.failures, []);
  const uri = (id: number) => `mastodon:https://far.example/users/${id}/statuses/${id}`;
  assert.deepEqual(said(of(first, "봄").replies), [
    "사람 1: <p>답 1</p>",
    `사람 2 → ${uri(1)}: <p>&lt;b&gt;주의</p>${made}`,
    "name@far.example: <p>답 4</p>",
    `사람 5 → ${uri(4)}: <p>답 5</p>`,
  ]);
  assert.deepEqual(
    [of(first, "봄").discussions, of(first, "여름").discussions],
    [[`${server.address}/@me/50`], [`${server.address}/@me/10`]],
  );
  assert.deepEqual(changesOf(await gathered(mastodon(account, "", "http"), first.after), first.after), []);
  assert.ok(server.asked.slice(0, 4).every(({ token }) => token === "secret"));
});

test("Mastodon: a token goes to the account's own server alone, and a thread that is gone keeps what was fetched", async (context) => {
  const elsewhere = await place(context, () => 404);
  const at = `${elsewhere.address}/@other/1`;
  const kept = { id: "mastodon:x", name: "누구", date: "2026-01-01T00:00:00.000Z", html: "<p>전</p>" };
  const before = new Map([["봄", { discussions: [], replies: [kept] }]]);
  const home = await place(context, ({ url }) => ({ json: url.pathname.endsWith("lookup") ? { id: "1" } : [] }));
  const tried = await gathered(mastodon(`@me@${new URL(home.address).host}`, "secret", "http"), before, {
    all: posts([at]),
  });
  assert.deepEqual(tried.failures, [{ at, why: "HTTP 404" }]);
  assert.deepEqual(of(tried, "봄").replies, [kept]);
  assert.deepEqual(
    elsewhere.asked.map(({ token }) => token),
    [undefined],
  );
});

// Bluesky

const view = (
  key: string,
  minute: number,
  more: { text?: string; facets?: object[]; labels?: object[]; replyCount?: number } = {},
) => ({
  $type: "app.bsky.feed.defs#postView",
  uri: `at://did:plc:${key}/app.bsky.feed.post/${key}`,
  author: {
    did: `did:plc:${key}`,
    handle: `${key}.example`,
    displayName: key,
    avatar: "https://cdn.example/a.jpg",
    labels: more.labels ?? [],
  },
  record: {
    text: more.text ?? `답 ${key}`,
    createdAt: `2026-03-01T00:0${String(minute)}:00.000Z`,
    facets: more.facets ?? [],
  },
  replyCount: more.replyCount ?? 0,
});
const node = (post: object, replies: object[] = []) => ({ $type: "app.bsky.feed.defs#threadViewPost", post, replies });

test("Bluesky: threads below an author's posts that link to a post, deeper than one answer reaches, with links by bytes", async (context) => {
  const text = "봄 <b> user.example/… 끝\n다음 줄";
  const start = Buffer.byteLength("봄 <b> ");
  const index = { byteStart: start, byteEnd: start + Buffer.byteLength("user.example/…") };
  const facets = [
    { index, features: [{ $type: "app.bsky.richtext.facet#link", uri: "https://ok.example/?a=1&b=2" }] },
    { index: { byteStart: 0, byteEnd: 9999 }, features: [{ uri: "javascript:x()" }] },
  ];
  const server = await place(context, ({ url }): Said => {
    if (url.pathname === "/xrpc/app.bsky.feed.getAuthorFeed") {
      assert.equal(url.searchParams.get("actor"), "me.example");
      const own = (key: string, record: object) => ({ post: { ...view(key, 0), record } });
      if (url.searchParams.get("cursor") === null)
        return {
          json: {
            cursor: "2",
            feed: [
              own("점심", { text: "점심" }),
              {
                ...own("other", { embed: { external: { uri: "https://user.example/blog/posts/봄/" } } }),
                reason: { $type: "app.bsky.feed.defs#reasonRepost" },
              },
            ],
          },
        };
      return {
        json: {
          feed: [
            own("own1", {
              embed: { $type: "app.bsky.embed.external", external: { uri: "https://user.example/blog/posts/봄/" } },
            }),
          ],
        },
      };
    }
    const top = view("me", 0);
    if (url.searchParams.get("uri")?.endsWith("/c"))
      return { json: { thread: node(view("c", 3, { replyCount: 1 }), [node(view("d", 4))]) } };
    const replies = [
      node(
        view("a", 1, {
          text,
          facets: [
            facets[0] ?? {},
            { index: { byteStart: start + 2, byteEnd: 9999 }, features: [{ uri: "javascript:x()" }] },
          ],
        }),
        [node(view("b", 2))],
      ),
      { $type: "app.bsky.feed.defs#blockedPost", uri: "at://x", blocked: true },
      { $type: "app.bsky.feed.defs#notFoundPost", uri: "at://y", notFound: true },
      node(view("quiet", 2, { labels: [{ val: "!no-unauthenticated" }] })),
      node(view("c", 3, { replyCount: 1 })),
    ];
    return { json: { thread: node(top, replies) } };
  });
  const first = await gathered(bluesky("me.example", server.address));
  assert.deepEqual(first.failures, []);
  const id = (key: string) => `bluesky:at://did:plc:${key}/app.bsky.feed.post/${key}`;
  assert.deepEqual(said(of(first, "봄").replies), [
    'a: <p>봄 &lt;b&gt; <a href="https://ok.example/?a=1&amp;b=2" rel="nofollow ugc">user.example/…</a> 끝<br>다음 줄</p>',
    `b → ${id("a")}: <p>답 b</p>`,
    "c: <p>답 c</p>",
    `d → ${id("c")}: <p>답 d</p>`,
  ]);
  assert.deepEqual(changesOf(await gathered(bluesky("me.example", server.address), first.after), first.after), []);
});

// All of them

test("a busy place is asked again as it wishes; one that stays down, or wants too long a wait, loses nothing", async (context) => {
  const server = await place(context, () => ({ json: { children: [] } }));
  const get = () => webmention("user.example", "secret", server.address);
  const kept = { id: "webmention:1", name: "이웃", date: "2026-01-01T00:00:00.000Z", html: "<p>전</p>" };
  const before = new Map([["봄", { discussions: [], replies: [kept] }]]);
  server.failures.push(
    { status: 429, headers: { "Retry-After": "0" } },
    { status: 503, headers: { "Retry-After": "0" } },
  );
  const answered = await gathered(get(), before);
  assert.deepEqual([answered.failures, of(answered, "봄").replies], [[], []]);
  server.failures.push(...Array.from({ length: 3 }, () => ({ status: 500, headers: { "Retry-After": "0" } })));
  const down = await gathered(get(), before);
  assert.deepEqual([down.failures, of(down, "봄").replies], [[{ at: "webmention", why: "HTTP 500" }], [kept]]);
  const count = server.asked.length;
  server.failures.push({ status: 429, headers: { "Retry-After": "3600" } });
  assert.deepEqual((await gathered(get(), before)).failures, [{ at: "webmention", why: "HTTP 429" }]);
  assert.equal(server.asked.length, count + 1);
  server.failures.push({ status: 200, headers: {} }, { status: 200 }, { status: 403 });
  const odd = await gathered(get(), before);
  assert.deepEqual([odd.failures.length, of(odd, "봄").replies], [1, [kept]]);
  server.close();
});

test("what would break a build is no reply: no id, no such day; a name that nobody sees has another in its place", async (context) => {
  const far = { published: "+275760-09-13T00:00:00Z" };
  const all = [
    mention(1, far),
    mention(2, { published: "어제", "wm-received": "" }),
    mention(3, { author: { name: "\u200b", url: "https://n.example/" } }),
    { ...mention(4), "wm-id": "" },
  ];
  const server = await place(context, ({ url }) => ({
    json: { children: url.searchParams.get("page") === "0" ? all : [] },
  }));
  const { replies } = of(await gathered(webmention("user.example", "secret", server.address)), "봄");
  assert.deepEqual(said(replies), ["n.example: <p>답 3</p>"]);
  assert.ok(repliesSchema.safeParse({ replies }).success);
});

test("a stranger's text is the same when it is cleaned again", () => {
  for (const html of [
    hostile,
    "<h2>가<h3>나</h2>",
    "<table><tr><td>표</td></tr></table>",
    "<a href='/x'><img alt=''></a>가 &lt;script&gt; \uFFFD",
    "<b>".repeat(3000),
    "<svg><style><img src=x onerror=x()></style></svg>가",
    "<blockquote><p>가<br>나</p></blockquote><pre><code>&amp;lt;</code></pre>",
  ]) {
    const once = replyHtml(html, "https://a.example/");
    assert.equal(replyHtml(once, "https://a.example/"), once, html.slice(0, 40));
    assert.doesNotMatch(once, /<(?!\/?(?:a|b|blockquote|br|code|del|em|i|li|ol|p|pre|s|strong|ul)\b)/u);
  }
});

test("hidden replies are not kept, imported ones are, and a post without any has no file", async (context) => {
  const server = await place(context, () => ({ json: { children: [] } }));
  const one = (id: string, more: object = {}) => ({
    id,
    name: "이름",
    date: "2026-01-01T00:00:00.000Z",
    html: "<p>말</p>",
    ...more,
  });
  const before = new Map([
    [
      "봄",
      {
        discussions: [],
        replies: [
          one("wordpress:1"),
          one("wordpress:2", { name: "광고" }),
          one("wordpress:3", { person: "https://ad.example/" }),
        ],
      },
    ],
    ["여름", { discussions: [], replies: [one("webmention:9")] }],
  ]);
  const now = await gathered(webmention("user.example", "secret", server.address), before, {
    hidden: ["광고", "https://ad.example/"],
  });
  assert.deepEqual(
    of(now, "봄").replies.map(({ id }) => id),
    ["wordpress:1"],
  );
  assert.deepEqual(
    changesOf(now, before).map(({ id, text }) => [id, text === undefined]),
    [
      ["봄", false],
      ["여름", true],
    ],
  );
});
