import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "#model/page.ts";
import { defineSite } from "#model/site.ts";
import { descriptionsOf, pageOf } from "#outputs/page-words.ts";
import { isIndexable } from "#outputs/sitemap.ts";
import { catalogue, instant, post, site } from "./catalogue.ts";
import { headOf } from "./printed-head.ts";

const cover = { file: "a.png", path: "/pictures/a-1.png", width: 1200, height: 630, alt: "표지" };
const entry = post("초개인화", {
  date: instant("2020-06-01", "10:00:00"),
  updated: instant("2021-01-02", "03:04:05"),
  categories: ["지식 쌓기"],
  tags: ["핀테크"],
  image: cover,
});
const paper = { light: "#faf7f0", dark: "#1c1916" };
const books = { ...catalogue([entry, post("둘째", { date: instant("2022-01-01") })]), paper };
const term = books.tags[0];
const article = pageOf({ kind: "article", path: entry.path, entry }, books);
const tag: Page = {
  kind: "tag",
  path: "/tags/핀테크/",
  title: "핀테크",
  description: "‘핀테크’ 글",
  ...(term && { term }),
};
const home: Page = { kind: "home", path: "/", title: site.title, description: site.description };

const content = (page: Page, name: string) =>
  headOf(page, books)
    .metas.filter((meta) => (meta["name"] ?? meta["property"]) === name)
    .map((meta) => meta["content"]);

test("an article's head says all that previews and engines ask for", () => {
  const head = headOf(article, books);
  assert.equal(head.title, "초개인화 · 서고");
  assert.equal(head.canonical, "https://seogo.example/posts/%EC%B4%88%EA%B0%9C%EC%9D%B8%ED%99%94/");
  assert.equal(head.robots, "max-image-preview:large");
  const expected: readonly [string, string[]][] = [
    ["og:type", ["article"]],
    ["og:locale", ["ko_KR"]],
    ["og:site_name", ["서고"]],
    ["og:image", ["https://seogo.example/pictures/a-1.png"]],
    ["og:image:width", ["1200"]],
    ["og:image:alt", ["표지"]],
    ["article:published_time", ["2020-06-01T10:00:00+09:00"]],
    ["article:modified_time", ["2021-01-02T03:04:05+09:00"]],
    ["article:tag", ["핀테크"]],
    ["twitter:card", ["summary_large_image"]],
    ["fediverse:creator", ["@hong@서버.example"]],
    ["theme-color", [paper.light, paper.dark]],
    ["naver-site-verification", []],
  ];
  for (const [name, values] of expected) assert.deepEqual(content(article, name), values, name);
  const links = head.links.map(({ rel, href, type }) => [rel, type, decodeURI(new URL(href ?? "").pathname)].join(" "));
  assert.deepEqual(links, [
    "alternate application/rss+xml /rss.xml",
    "alternate application/atom+xml /atom.xml",
    "alternate application/feed+json /feed.json",
    "alternate application/rss+xml /categories/지식-쌓기/rss.xml",
    "alternate text/markdown /posts/초개인화/index.md",
    "author  /",
    "license  /licenses/by-sa/4.0/deed.ko",
    "me  /@hong",
  ]);
});

test("a post names the one who wrote it, and a guest of whom the settings say nothing is nobody else", () => {
  const guest = { name: "손님", fediverse: "@guest@a.example", profiles: ["https://a.example/@guest"] };
  const settings = defineSite({ ...site, authors: [guest, { name: "둘째", url: "https://b.example/" }] });
  const said = (author: string) => {
    const one = post("글", { author });
    const { metas, links } = headOf({ ...article, path: one.path, entry: one }, catalogue([one], settings));
    const of = (kind: string) => links.filter(({ rel }) => rel === kind).map(({ href }) => decodeURI(href ?? ""));
    return [...of("author"), ...of("me"), metas.find(({ name }) => name === "fediverse:creator")?.content];
  };
  assert.deepEqual(said("손님"), ["https://seogo.example/authors/손님/", guest.profiles[0], guest.fediverse]);
  assert.deepEqual(said("둘째"), ["https://b.example/", undefined]);
  assert.deepEqual(said("누군가"), [undefined]);
  assert.deepEqual(said("홍길동"), ["https://seogo.example/", "https://서버.example/@hong", "@hong@서버.example"]);
});

test("a page says its language to previews and engines as its author told it", () => {
  const said = (kind: "article" | "standing", lang: string) => {
    const entry = post("글", { lang });
    const { metas, jsonLd } = headOf({ ...article, kind, path: entry.path, entry }, books);
    const { inLanguage } = JSON.parse(jsonLd[0] ?? "") as { inLanguage: string };
    return [metas.find(({ property }) => property === "og:locale")?.content, inLanguage];
  };
  assert.deepEqual(said("article", "ja"), ["ja_JP", "ja"]);
  assert.deepEqual(said("standing", "en"), ["en_US", "en"]);
  assert.deepEqual(said("standing", "zh-Hant"), ["zh_TW", "zh-Hant"]);
  assert.deepEqual(said("article", "en-GB"), ["en_GB", "en-GB"]);
});

test("each kind of page describes itself to engines", () => {
  const kinds: readonly [Page, string[]][] = [
    [home, ["WebSite"]],
    [article, ["BlogPosting", "BreadcrumbList"]],
    [tag, ["CollectionPage", "BreadcrumbList"]],
    [{ kind: "standing", path: "/about/", title: "소개", description: "" }, ["AboutPage", "BreadcrumbList"]],
    [{ kind: "not-found", path: "/404/", title: "없음", description: "" }, []],
  ];
  for (const [page, types] of kinds) {
    const data = headOf(page, books).jsonLd.map((text) => JSON.parse(text) as Record<string, unknown>);
    assert.deepEqual(
      data.map((part) => part["@type"]),
      types,
      page.kind,
    );
  }
  const [, crumbs] = headOf(article, books).jsonLd.map(
    (text) => JSON.parse(text) as { itemListElement: { name: string }[] },
  );
  assert.deepEqual(
    crumbs?.itemListElement.map(({ name }) => name),
    ["서고", "지식 쌓기", "초개인화"],
  );
});

test("lists past the first page, empty lists and the error page are not for engines", () => {
  const cases: readonly [Partial<Page>, string][] = [
    [{ ...tag, number: 1 }, "max-image-preview:large"],
    [{ ...tag, number: 2 }, "noindex, follow"],
    [{ ...tag, term: { kind: "tag", label: "빈", path: "/tags/빈/", posts: [] } }, "noindex, follow"],
    [{ ...home, kind: "not-found", path: "/404/" }, "noindex, follow"],
  ];
  for (const [page, robots] of cases) {
    assert.equal(headOf(page as Page, books).robots, robots);
    assert.equal(isIndexable(page as Page), robots.startsWith("max"));
  }
  assert.equal(headOf({ ...tag, number: 2 }, books).title, "핀테크 · 태그 · 2페이지 · 서고");
  assert.notEqual(headOf({ ...tag, number: 2 }, books).description, headOf(tag, books).description);
  assert.equal(headOf({ ...home, kind: "not-found", path: "/404/" }, books).canonical, undefined);
});

test("a page without a picture shows a drawn card, the owner's own, or none where the owner wants none", () => {
  const drawnCard = /^https:\/\/seogo\.example\/cards\/[0-9a-f]{8}\.png$/u;
  assert.match(content(home, "og:image")[0] ?? "", drawnCard);
  assert.deepEqual(content(home, "og:image:alt"), ["서고"]);
  const bare = post("그림-없는-글", { title: "그림 없는 글" });
  const own = headOf({ ...article, path: bare.path, entry: bare }, catalogue([bare])).metas;
  assert.match(own.find(({ property }) => property === "og:image")?.content ?? "", drawnCard);
  assert.equal(own.find(({ property }) => property === "og:image:alt")?.content, "그림 없는 글");
  const one = headOf(home, catalogue([bare], defineSite({ card: "/card.png" }))).metas;
  assert.equal(one.find(({ property }) => property === "og:image")?.content, "https://seogo.example/card.png");
  const drawn = post("그림", {
    pictures: [
      { file: "a.svg", path: "/pictures/a-1.svg" },
      { ...cover, path: "/pictures/b-2.jpg" },
    ],
  });
  const plain = catalogue([drawn], defineSite({ card: "" }));
  const images = (page: Page) => headOf(page, plain).metas.filter(({ property }) => property === "og:image");
  assert.deepEqual(images(home), []);
  const [image] = images({ ...article, path: drawn.path, entry: drawn });
  assert.equal(image?.content, "https://seogo.example/pictures/b-2.jpg");
});

test("verification stands on the home page; refusing model crawlers stands on every page", () => {
  assert.deepEqual(content(home, "naver-site-verification"), ["n1"]);
  assert.deepEqual(content(home, "msvalidate.01"), ["b1"]);
  const pasted = defineSite({
    verification: { naver: '<meta name="naver-site-verification" content="n2" />', google: "<meta content='g2'>" },
  });
  assert.deepEqual(pasted.verification, { naver: "n2", google: "g2" });
  const refusing = catalogue([entry], defineSite({ modelCrawlers: "deny" }));
  assert.equal(headOf(article, refusing).robots, "max-image-preview:large, noai, noimageai");
  assert.ok(
    headOf(article, refusing).metas.some(({ name, content: value }) => name === "tdm-reservation" && value === "1"),
  );
});

test("no two entries share a description", () => {
  const same = { summary: "같은 말로 시작하는 글" };
  const alike = [
    post("가", { ...same, date: instant("2020-01-01") }),
    post("나", { ...same, date: instant("2020-01-02") }),
    post("다", { ...same, date: instant("2020-01-02") }),
    post("라", same),
    post("마", same),
    post("바", { summary: site.description }),
    post("사"),
  ];
  const descriptions = descriptionsOf(catalogue(alike));
  const all = [...descriptions.values()];
  assert.equal(new Set(all).size, alike.length);
  assert.equal(descriptions.get("/posts/가/"), "같은 말로 시작하는 글 · 2020년 1월 1일에 쓴 글");
  assert.equal(descriptions.get("/posts/사/"), "사에 대한 글");
  assert.ok(!all.includes(site.description));
});
