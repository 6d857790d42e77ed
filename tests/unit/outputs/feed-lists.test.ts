import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { feedChoices, opmlOfCategory, opmlOfSite } from "#outputs/feed-lists.ts";
import { catalogue, instant, post, site } from "./catalogue.ts";
import { xmlTree } from "./xml.ts";

const posts = [
  post("옛-글", {
    date: instant("2020-06-01"),
    tags: ["핀테크"],
    categories: ["지식 쌓기"],
    series: "모임",
    weight: 1,
  }),
  post("새-글", { date: instant("2026-11-20"), tags: ["핀테크", "C++"], series: "모임", weight: 2 }),
  post("같은-날", { date: instant("2026-11-20"), author: "김철수", lang: "en" }),
  post("초고", { draft: true, tags: ["숨은"] }),
];

test("OPML lists every feed, and a category's those of its tags", () => {
  const books = catalogue(posts);
  const addresses = (xml: string) =>
    [...xml.matchAll(/xmlUrl="([^"]+)"/gu)].map(([, address = ""]) => decodeURI(new URL(address).pathname));
  xmlTree(opmlOfSite(books));
  assert.deepEqual(addresses(opmlOfSite(books)), [
    "/rss.xml",
    "/categories/지식-쌓기/rss.xml",
    "/series/모임/rss.xml",
    "/tags/핀테크/rss.xml",
    "/tags/c++/rss.xml",
  ]);
  const signed = catalogue(posts, defineSite({ authors: [{ name: "김철수" }], outputs: { tagFeeds: false } }));
  assert.deepEqual(addresses(opmlOfSite(signed)).slice(-2), ["/series/모임/rss.xml", "/authors/김철수/rss.xml"]);
  const [category] = books.categories;
  assert.ok(category);
  assert.deepEqual(addresses(opmlOfCategory(category, books)), [
    "/categories/지식-쌓기/rss.xml",
    "/tags/핀테크/rss.xml",
  ]);
});

test("the subscribe page knows what each feed last carried", () => {
  const { all: whole, groups } = feedChoices(catalogue(posts));
  assert.deepEqual([whole.label, whole.newest?.title, whole.opml], [site.title, "같은-날", "/opml.xml"]);
  assert.deepEqual(
    groups.flatMap(({ kind, choices }) => choices.map(({ label, newest, opml }) => [kind, label, newest?.title, opml])),
    [
      ["category", "지식 쌓기", "옛-글", "/categories/지식-쌓기/opml.xml"],
      ["series", "모임", "새-글", undefined],
      ["tag", "핀테크", "새-글", undefined],
      ["tag", "C++", "새-글", undefined],
    ],
  );
});
