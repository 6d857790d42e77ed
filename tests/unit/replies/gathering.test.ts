import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { repliesSchema } from "#model/replies.ts";
import { replyHtml } from "#outputs/feed-html.ts";
import { changesOf } from "#tools/replies/gather.ts";
import { allOf, NoAnswer } from "#tools/replies/place.ts";
import { webmention } from "#tools/replies/webmention.ts";
import { gathered, hostile, mention, of, said } from "./places.ts";
import { place } from "./stand-in.ts";

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
  const [past, future] = [0, 4e12].map((time) => new Date(time).toUTCString());
  server.failures.push({ status: 429, headers: { "Retry-After": String(past) } });
  assert.deepEqual((await gathered(get(), before)).failures, []);
  assert.equal(server.asked.length, count + 3);
  server.failures.push({ status: 429, headers: { "Retry-After": String(future) } });
  assert.deepEqual((await gathered(get(), before)).failures, [{ at: "webmention", why: "HTTP 429" }]);
  assert.equal(server.asked.length, count + 4);
  server.failures.push({ status: 200, headers: {} }, { status: 200 }, { status: 403 });
  const odd = await gathered(get(), before);
  assert.deepEqual([odd.failures.length, of(odd, "봄").replies], [1, [kept]]);
  server.close();
});

test("an answer that unpacks without end is none, and a list that goes in a circle, or on for ever, ends", async (context) => {
  const packed = gzipSync(Buffer.concat([Buffer.alloc(2 ** 25, " "), Buffer.from('{"children":[]}')]));
  const headers = { "Content-Encoding": "gzip", "Retry-After": "0" };
  const server = createServer((_, response) => response.writeHead(200, headers).end(packed)).listen(0, "127.0.0.1");
  context.after(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const kept = { id: "webmention:1", name: "이웃", date: "2026-01-01T00:00:00.000Z", html: "<p>전</p>" };
  const before = new Map([["봄", { discussions: [], replies: [kept] }]]);
  const found = await gathered(webmention("user.example", "secret", `http://127.0.0.1:${port}`), before);
  assert.deepEqual([found.failures.length, of(found, "봄").replies], [1, [kept]]);
  const asked: (string | undefined)[] = [];
  await allOf((next) => {
    assert.ok(asked.push(next) < 9);
    return Promise.resolve({ all: [], next: next === "a" ? "b" : "a" });
  });
  assert.deepEqual(asked, [undefined, "a", "b"]);
  const endless = allOf((next = "0") => Promise.resolve({ all: [], next: String(Number(next) + 1) }));
  await assert.rejects(endless, NoAnswer);
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
    "<div>".repeat(1900),
    "<p>가</p>".repeat(1900),
    "<svg><style><img src=x onerror=x()></style></svg>가",
    "<blockquote><p>가<br>나</p></blockquote><pre><code>&amp;lt;</code></pre>",
    "<p>가&#27;[2J&#x9b;2J&#7;</p>",
  ]) {
    const once = replyHtml(html, "https://a.example/");
    assert.equal(replyHtml(once, "https://a.example/"), once, html.slice(0, 40));
    assert.doesNotMatch(once, /[\p{Cc}--\n]/v, html.slice(0, 40));
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
