import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "#model/post.ts";
import { defineSite } from "#model/site.ts";
import { feedMaker } from "#outputs/feed.ts";
import { updatedTimes } from "#outputs/feed-item.ts";
import { catalogue, instant, post } from "./catalogue.ts";
import { assertAtom, assertRss } from "./feed-rules.ts";
import { feedsOf, written } from "./feeds.ts";
import { all, only, xmlTree } from "./xml.ts";

const now = Date.parse("2026-11-22T00:00:00Z");
const body = '<h2 id="가">가<a class="anchor" href="#가">#</a></h2><p style="x">글 <a href="/posts/나/">나</a></p>';
const posts = [
  post("옛-글", {
    date: instant("2020-06-01", "10:00:00"),
    tags: ["핀테크"],
    categories: ["지식 쌓기"],
    series: "모임",
    weight: 1,
  }),
  post("새-글", {
    date: instant("2026-11-20"),
    updated: instant("2026-11-21"),
    tags: ["핀테크", "C++"],
    series: "모임",
    weight: 2,
  }),
  post("같은-날", { date: instant("2026-11-20"), author: "김철수", lang: "en" }),
  post("날짜-없음"),
  post("날짜-없음-둘"),
  post("초고", { draft: true, tags: ["숨은"] }),
];

test("every feed keeps the rules of the W3C validator", async () => {
  const books = catalogue(posts);
  for (const subject of [undefined, ...books.categories, ...books.tags, ...books.series]) {
    const { rss, atom } = await feedsOf(books, body, subject);
    assertRss(rss, now);
    assertAtom(atom, now);
  }
  const empty = await feedsOf(catalogue([]));
  assertRss(empty.rss, now);
  assertAtom(empty.atom, now);
});

test("posts without a body are in every feed, alone and among others", async () => {
  const books = catalogue(posts);
  for (const subject of [undefined, ...books.categories, ...books.tags, ...books.series]) {
    const { rss, atom } = await feedsOf(books, "", subject);
    assertRss(rss, now);
    assertAtom(atom, now);
  }
  const mixed = feedMaker(books, async ({ title }) => (title === "새-글" ? "" : body));
  assertRss((await written(mixed.feed(), mixed.body)).rss, now);
});

test("a feed carries the newest posts first, as many as the owner says, and no draft", async () => {
  const books = catalogue(posts, defineSite({ feedItems: 3, listFeedItems: 1 }));
  const titles = async (subject?: (typeof books.tags)[number]) =>
    all(xmlTree((await feedsOf(books, body, subject)).rss).children[0], "item").map((item) => only(item, "title"));
  assert.deepEqual(await titles(), ["같은-날", "새-글", "옛-글"]);
  assert.deepEqual(await titles(books.series[0]), ["새-글"]);
  assert.deepEqual(
    books.tags.map(({ label }) => label),
    ["핀테크", "C++"],
  );
});

test("dates are the author's and come from content, never from the clock", async () => {
  const { rss, atom, json } = await feedsOf(catalogue(posts), body);
  assert.ok(rss.includes("<pubDate>Mon, 01 Jun 2020 10:00:00 +0900</pubDate>"));
  assert.match(rss, /<lastBuildDate>Sat, 21 Nov 2026 00:\d\d:\d\d \+0900<\/lastBuildDate>/u);
  assert.ok(atom.includes("<published>2026-11-20T00:00:00+09:00</published>"));
  assert.ok(json.includes('"date_published":"2020-06-01T10:00:00+09:00"'));
  const later = { ...catalogue(posts), now: now + 1e10 };
  assert.deepEqual(await feedsOf(later, body), { rss, atom, json });
  const west = { ...instant("2020-02-29", "23:59:59"), iso: "2020-02-29T23:59:59-03:30" };
  const fromWest = await feedsOf(catalogue([post("글", { date: west })]), body);
  assert.ok(fromWest.rss.includes("<pubDate>Sat, 29 Feb 2020 23:59:59 -0330</pubDate>"));
});

test("Atom's updated stays where it is when other posts come, and is never shared", () => {
  const many = Array.from({ length: 300 }, (_, number) => post(`${number}`, { date: instant("2020-01-01") }));
  const times = updatedTimes(catalogue(many));
  assert.equal(new Set(times.values()).size, many.length);
  for (const time of times.values()) assert.match(time, /^2020-01-01T0[01]:\d\d:\d\d\+09:00$/u);
  const before = updatedTimes(catalogue(posts));
  const after = updatedTimes(catalogue([...posts, post("더-새-글", { date: instant("2026-11-20") }), post("또", {})]));
  for (const [path, time] of before) assert.equal(after.get(path), time);
  assert.match(before.get("/posts/날짜-없음/") ?? "", /^2020-01-01T00:/u);
  assert.equal(before.get("/posts/옛-글/"), "2020-06-01T10:00:00+09:00");
});

test("the full archive holds every post once, in documents that a new post does not change", async () => {
  const settings = defineSite({ feedItems: 3 });
  const many = (count: number): Entry[] =>
    Array.from({ length: count }, (_, number) =>
      post(`${number + 1}`, { date: instant(`2020-01-${String(number + 1).padStart(2, "0")}`) }),
    );
  const books = catalogue(many(8), settings);
  const maker = feedMaker(books, async () => body);
  assert.equal(maker.archive.count, 2);
  const titles = (number: number) => maker.archived(number).items.map(({ title }) => title);
  assert.deepEqual(
    [titles(1), titles(2)],
    [
      ["3", "2", "1"],
      ["6", "5", "4"],
    ],
  );
  assert.deepEqual(
    maker.feed().items.map(({ title }) => title),
    ["8", "7", "6"],
  );
  const first = await written(maker.archived(1), maker.body);
  const grown = catalogue(many(20), settings);
  assert.deepEqual(
    (await written(feedMaker(grown, async () => body).archived(1), maker.body)).rss.replace(
      /<atom:link rel="next-archive".*?>/u,
      "",
    ),
    first.rss.replace(/<atom:link rel="next-archive".*?>/u, ""),
  );
  assertRss(first.rss, now);
  const links = (xml: string) =>
    all(xmlTree(xml).children[0], "atom:link").map(
      ({ attributes: { rel, href } }) => `${rel} ${new URL(href ?? "").pathname}`,
    );
  assert.deepEqual(links(first.rss), ["self /rss/1.xml", "current /rss.xml", "next-archive /rss/2.xml"]);
  assert.deepEqual(links((await written(maker.archived(2), maker.body)).rss), [
    "self /rss/2.xml",
    "current /rss.xml",
    "prev-archive /rss/1.xml",
  ]);
  assert.deepEqual(links((await written(maker.feed(), maker.body)).rss), ["self /rss.xml", "prev-archive /rss/2.xml"]);
  assert.equal(all(xmlTree(first.rss).children[0], "fh:archive").length, 1);
  assert.equal(feedMaker(catalogue(many(3), settings), async () => body).archive.count, 0);
});

test("each body is fetched once, however many feeds carry it", async () => {
  const asked: string[] = [];
  const books = catalogue(posts);
  const maker = feedMaker(books, async (entry) => {
    asked.push(entry.path);
    return body;
  });
  for (const subject of [undefined, ...books.tags, ...books.series]) await written(maker.feed(subject), maker.body);
  assert.equal(asked.length, new Set(asked).size);
});

test("the cover stands above the body unless the body shows it", async () => {
  const image = { file: "a.png", path: "/pictures/a-1.png", width: 4, height: 3, alt: '표지 "a"' };
  const feed = async (html: string) => (await feedsOf(catalogue([post("글", { image })]), html)).json;
  assert.ok(
    (await feed("<p>글</p>")).includes(
      '<p><img src=\\"https://seogo.example/pictures/a-1.png\\" alt=\\"표지 &quot;a&quot;\\" width=\\"4\\" height=\\"3\\"></p>',
    ),
  );
  assert.equal((await feed('<img src="/pictures/a-1.png" alt="">')).split("<img").length, 2);
});

test("every format names the first sound or film of a post, with its type and length", async () => {
  const file = (name: string, bytes?: number) => ({ file: name, path: `/pictures/${name}`, ...(bytes && { bytes }) });
  const pictures = [file("표.webp"), file("글.pdf", 9), file("말.mp3", 8300), file("봄.mov", 7)];
  const { rss, atom, json } = await feedsOf(catalogue([post("소리", { pictures }), post("글")]), "<p>글</p>");
  const address = "https://seogo.example/pictures/%EB%A7%90.mp3";
  const [url, length, type] = [`url="${address}"`, 'length="8300"', 'type="audio/mpeg"'];
  assert.deepEqual(rss.match(/<enclosure [^>]*>/gu), [`<enclosure ${url} ${type} ${length}/>`]);
  assert.deepEqual(atom.match(/<link rel="enclosure"[^>]*>/gu), [
    `<link rel="enclosure" href="${address}" ${type} ${length}/>`,
  ]);
  const attached = JSON.parse(json).items.flatMap(({ attachments = [] }: { attachments?: unknown[] }) => attachments);
  assert.deepEqual(attached, [{ url: address, mime_type: "audio/mpeg", size_in_bytes: 8300 }]);
  assertRss(rss, Date.now());
  assertAtom(atom, Date.now());
});

test("a film or a sound of any kind that pages play goes with its post", async () => {
  for (const [name, type] of Object.entries({
    opus: "audio/ogg",
    webm: "video/webm",
    mkv: "video/matroska",
    wav: "audio/wav",
  })) {
    const pictures = [{ file: `말.${name}`, path: `/pictures/a.${name}`, bytes: 9 }];
    assert.ok((await feedsOf(catalogue([post("말", { pictures })]), "")).rss.includes(`type="${type}"`), name);
  }
});

test("RSS names a post's picture for readers that show one in their lists", async () => {
  const image = { file: "a.jpg", path: "/pictures/a.webp", width: 1296, height: 972, alt: "" };
  const { rss } = await feedsOf(catalogue([post("글", { image }), post("그림 없는 글")]), "<p>글</p>");
  const named = [...rss.matchAll(/<media:content [^>]*>/gu)].map(([tag]) => tag);
  assert.equal(named.length, 2);
  assert.ok(named.includes('<media:content url="https://seogo.example/pictures/a.webp" medium="image"/>'));
  assert.ok(named.some((tag) => /^<media:content url="[^"]+\/cards\/[0-9a-f]{8}\.png" medium="image"\/>$/u.test(tag)));
  assert.ok(rss.includes('xmlns:media="http://search.yahoo.com/mrss/"'));
});
