import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "#tools/replies/gather.ts";
import { mastodon } from "#tools/replies/mastodon.ts";
import { gathered, hostile, made, of, posts, said } from "./places.ts";
import { place, type Said } from "./stand-in.ts";

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
