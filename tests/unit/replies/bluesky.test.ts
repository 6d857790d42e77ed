import assert from "node:assert/strict";
import { test } from "node:test";
import { bluesky } from "#tools/replies/bluesky.ts";
import { changesOf } from "#tools/replies/gather.ts";
import { gathered, of, said } from "./places.ts";
import { place, type Said } from "./stand-in.ts";

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
