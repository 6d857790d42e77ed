import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "#tools/replies/gather.ts";
import { webmention } from "#tools/replies/webmention.ts";
import { gathered, hostile, made, mention, of, said } from "./places.ts";
import { place } from "./stand-in.ts";

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
