import assert from "node:assert/strict";
import { test } from "node:test";
import { footerOf, menuOf } from "#components/navigation.ts";
import { type Page, sharedOf } from "#model/page.ts";
import { defineSite, listNames } from "#model/site.ts";
import { pathsOf } from "#model/address.ts";
import { addresses } from "#model/addresses.ts";
import { catalogueOf } from "#model/catalogue.ts";
import { entryAt } from "../guards-site.ts";

const about = { ...entryAt("/about/"), kind: "page" as const, title: "소개" };
const uses = { ...entryAt("/uses/"), kind: "page" as const, title: "쓰는 것" };
const post = { ...entryAt("/posts/첫눈/"), categories: ["일기"], tags: ["눈"] };
const options = { now: 0 };
const catalogue = catalogueOf([about, uses, post, entryAt("/posts/봄비/")], { ...options, site: defineSite({}) });
const page = (kind: Page["kind"], path: string): Page => ({ kind, path, title: "", description: "" });
const home = page("home", "/");
const marked = (at: Page, shared = catalogue) =>
  menuOf(at, shared).flatMap(({ label, current }) => (current ? [`${label} ${current}`] : []));
const labels = (links: readonly { readonly label: string }[]) => links.map(({ label }) => label);

test("by default the menu names the lists that hold anything and the page about the site, the footer the rest", () => {
  for (const shared of [catalogue, sharedOf(catalogue)])
    assert.deepEqual(labels(menuOf(home, shared)), ["글", "카테고리", "태그", "찾아보기", "소개"]);
  assert.deepEqual(labels(footerOf(catalogue)), ["구독", "지난 글", "모든 제목", "쓰는 것"]);
  const empty = catalogueOf([], { ...options, site: defineSite({ language: "en" }) });
  assert.deepEqual(labels(menuOf(home, empty)), []);
  assert.deepEqual(labels(footerOf(empty)), ["Subscribe", "Archive"]);
  const begun = catalogueOf([post], { ...options, site: defineSite({}) });
  assert.deepEqual(labels(menuOf(home, begun)), ["글", "카테고리", "태그"]);
  assert.deepEqual(labels(footerOf(begun)), ["구독", "지난 글"]);
});

test("each list that a menu can name has a page in a blog that holds nothing too", () => {
  const site = defineSite({});
  const paths = pathsOf(site);
  const made = new Set(addresses(catalogueOf([], { ...options, site })).map(({ path }) => path));
  assert.deepEqual(
    listNames.filter((name) => !made.has(paths[name])),
    [],
  );
});

test("an owner's menu and footer stand in their order, with lists, pages and links", () => {
  const site = defineSite({
    address: "https://user.example/blog/",
    words: { tags: "꼬리표" },
    menu: [
      "tags",
      "/uses/",
      { label: "깃허브", href: "https://github.com/me" },
      { label: "첫눈", href: "/posts/첫눈/" },
    ],
    footer: { links: ["/archive/"] },
  });
  const own = { ...catalogue, site };
  const written = (links: ReturnType<typeof footerOf>) => links.map(({ label, href }) => `${label} ${href}`);
  assert.deepEqual(written(menuOf(home, own)), [
    "꼬리표 /blog/tags/",
    "쓰는 것 /blog/uses/",
    "깃허브 https://github.com/me",
    "첫눈 /blog/posts/첫눈/",
  ]);
  assert.deepEqual(written(footerOf(own)), ["지난 글 /blog/archive/"]);
});

for (const [at, expected] of [
  [page("home", "/"), []],
  [page("posts", "/posts/"), ["글 page"]],
  [page("posts", "/posts/page/2/"), ["글 true"]],
  [page("article", "/posts/첫눈/"), ["글 true"]],
  [page("archive-year", "/archive/2026/"), ["글 true"]],
  [page("tag", "/tags/핀테크/"), ["태그 true"]],
  [page("standing", "/about/"), ["소개 page"]],
  [page("not-found", "/404.html"), []],
] as const) {
  test(`on ${at.path} the menu marks ${expected.join() || "nothing"}`, () => assert.deepEqual(marked(at), expected));
}

test("every kind of page marks the list that it belongs to, and none marks a link to another site", () => {
  const menu = [
    ...(["posts", "find", "categories", "tags", "series"] as const),
    { label: "밖", href: "https://a.example/" },
  ];
  const own = { ...catalogue, site: defineSite({ menu }) };
  const kinds = {
    글: ["posts", "article", "archive", "archive-year", "all"],
    찾아보기: ["find", "word"],
    카테고리: ["categories", "category"],
    태그: ["tags", "tag"],
    시리즈: ["series-index", "series"],
    "": ["home", "standing", "author", "search", "subscribe", "own", "not-found"],
  } as const;
  for (const [list, all] of Object.entries(kinds))
    for (const kind of all) assert.deepEqual(marked(page(kind, "/a/"), own), list === "" ? [] : [`${list} true`], kind);
});
