import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { feedMaker } from "#outputs/feed.ts";
import { safeLine, safeText } from "#outputs/safe-text.ts";
import { catalogue, instant, post } from "./catalogue.ts";
import { feedsOf, written } from "./feeds.ts";
import { hostileText } from "./hostile.ts";
import { all, only, shownText, xmlTree } from "./xml.ts";
import { assertHolds } from "../../random.ts";

const words = fc.record({
  title: hostileText,
  summary: hostileText,
  author: hostileText,
  label: hostileText,
  body: hostileText,
});

/** What feedsmith reads of the only item, in the same order for each format. feedsmith itself trims. */
async function readBack(fields: Parameters<typeof post>[1], body: string) {
  const { rss, atom, json } = await feedsOf(catalogue([post("글", { ...fields, date: instant("2020-06-01") })]), body);
  xmlTree(rss);
  xmlTree(atom);
  const inRss = parseRssFeed(rss).items?.[0];
  const inAtom = parseAtomFeed(atom).entries?.[0];
  const inJson = parseJsonFeed(json).items?.[0];
  return {
    rss: {
      title: inRss?.title,
      summary: shownText(inRss?.description ?? ""),
      author: inRss?.dc?.creators?.[0],
      labels: inRss?.categories?.map(({ name }) => name) ?? [],
      body: shownText(inRss?.content?.encoded ?? ""),
      id: inRss?.guid?.value,
    },
    atom: {
      title: inAtom?.title?.value,
      summary: inAtom?.summary?.value,
      author: inAtom?.authors?.[0]?.name ?? "홍길동",
      labels: inAtom?.categories?.map(({ term }) => term) ?? [],
      body: shownText(inAtom?.content?.value ?? ""),
      id: inAtom?.id,
    },
    json: {
      title: inJson?.title,
      summary: inJson?.summary,
      author: inJson?.authors?.[0]?.name,
      labels: inJson?.tags ?? [],
      body: shownText(inJson?.content_html ?? ""),
      id: inJson?.id,
    },
  };
}

test("a browser that shows RSS itself shows a summary's quotes and ampersands", async () => {
  const summary = `Q&A: "둘"보다 'C & D'가 > R&D; &lt;는 1 < 2의 부호`;
  const { rss } = await feedsOf(catalogue([post("글", { summary, date: instant("2020-06-01") })]), "<p>글</p>");
  const shown = only(all(all(xmlTree(rss), "channel")[0], "item")[0], "description");
  assert.equal(shown, `Q&A: "둘"보다 'C & D'가 > R&D; &amp;lt;는 1 &lt; 2의 부호`);
  assert.equal(shownText(shown), summary);
});

test("hostile words read back the same from RSS, Atom and JSON Feed", async () => {
  const address = "https://seogo.example/posts/%EA%B8%80/";
  await assertHolds(
    fc.asyncProperty(words, async ({ title, summary, author, label, body }) => {
      const html = `<p>${body.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
      const read = await readBack({ title, summary, author, tags: [label] }, html);
      const expected = {
        title: safeLine(title) || address,
        summary: safeLine(summary) || safeLine(title) || address,
        author: safeLine(author) || "홍길동",
        labels: [safeLine(label)].filter((text) => text !== ""),
        body: safeText(body).trim(),
      };
      for (const [format, { id, ...found }] of Object.entries(read)) {
        assert.deepEqual({ ...found, body: found.body.trim() }, expected, format);
        assert.equal(id, "tag:seogo.example,2020-01-01:posts/%EA%B8%80", format);
      }
    }),
    500,
  );
});

test("an imported post keeps the id it had; Atom, which wants an address, gets one made of it", async () => {
  const cases: readonly [string, string, string][] = [
    ["https://old.example/?p=12", "https://old.example/?p=12", "https://old.example/?p=12"],
    ["https://old.example/글/", "https://old.example/글/", "https://old.example/%EA%B8%80/"],
    ["https://old.example/%EA%B8%80/", "https://old.example/%EA%B8%80/", "https://old.example/%EA%B8%80/"],
    ["tag:old.example,2010:1", "tag:old.example,2010:1", "tag:old.example,2010:1"],
    ["007", "007", "tag:seogo.example,2020-01-01:007"],
    [
      "12 at http://old.example",
      "12 at http://old.example",
      "tag:seogo.example,2020-01-01:12%20at%20http%3A//old.example",
    ],
  ];
  for (const [feedId, plain, iri] of cases) {
    const { rss, atom, json } = await readBack({ feedId }, "<p>글</p>");
    assert.deepEqual([rss.id, atom.id, json.id], [plain, iri, plain]);
  }
  const decomposed = await readBack({ id: "글".normalize("NFD") }, "<p>글</p>");
  assert.equal(decomposed.rss.id, "tag:seogo.example,2020-01-01:posts/%EA%B8%80");
  const moved = await readBack({ path: "/다른/주소/", title: "다른 제목" }, "<p>글</p>");
  assert.equal(moved.rss.id, "tag:seogo.example,2020-01-01:posts/%EA%B8%80");
});

test("each RSS item carries its own body, one without words none", async () => {
  const bodies: Readonly<Record<string, string>> = {
    셋: "<p>'셋' \uFFFE&amp; \"셋\"</p>",
    둘: " ",
    하나: "<p>하나</p>",
  };
  const books = catalogue(Object.keys(bodies).map((id, day) => post(id, { date: instant(`2020-06-0${9 - day}`) })));
  const maker = feedMaker(books, async ({ id }) => bodies[id] ?? "");
  const { items } = parseRssFeed((await written(maker.feed(), maker.body)).rss);
  assert.deepEqual(
    items?.map(({ title, content }) => [title, content?.encoded]),
    [
      ["셋", "<p>'셋' &amp; \"셋\"</p>"],
      ["둘", undefined],
      ["하나", "<p>하나</p>"],
    ],
  );
});
