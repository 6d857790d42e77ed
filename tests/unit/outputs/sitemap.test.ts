import assert from "node:assert/strict";
import { test } from "node:test";
import { defineSite } from "#model/site.ts";
import { robots } from "#outputs/search-engines.ts";
import { mapFacts, sitemapOptions, translationLinks } from "#outputs/sitemap.ts";
import { catalogue, instant, post } from "./catalogue.ts";

const picture = { file: "a.png", path: "/pictures/a-1.png", width: 10, height: 10 };
const site = defineSite({ address: "https://user.example/blog/" });
const books = catalogue(
  [
    post("새-글", {
      date: instant("2022-01-01"),
      updated: instant("2023-05-05", "09:00:00"),
      tags: ["핀테크"],
      pictures: [picture],
    }),
    post("옛-글", { date: instant("2020-06-01") }),
    post("날짜-없는-글"),
    post("초고", { draft: true, tags: ["숨은"] }),
    post("앞날", { date: instant("2030-01-01") }),
    post("소개", { kind: "page", path: "/about/" }),
  ],
  site,
);
const facts = mapFacts(books);

test("the map knows every address for engines but empty lists, dated by content", () => {
  assert.deepEqual(
    [...facts].map(([path, { lastmod }]) => `${path} ${lastmod ?? "-"}`),
    [
      "/ 2023-05-05T09:00:00+09:00",
      "/posts/ 2023-05-05T09:00:00+09:00",
      "/posts/새-글/ 2023-05-05T09:00:00+09:00",
      "/posts/옛-글/ 2020-06-01",
      "/posts/날짜-없는-글/ -",
      "/about/ -",
      "/tags/ 2023-05-05T09:00:00+09:00",
      "/tags/핀테크/ 2023-05-05T09:00:00+09:00",
      "/archive/ 2023-05-05T09:00:00+09:00",
      "/archive/2022/ 2023-05-05T09:00:00+09:00",
      "/archive/2020/ 2020-06-01",
      "/archive/undated/ -",
      "/all/ 2023-05-05T09:00:00+09:00",
      "/find/ 2023-05-05T09:00:00+09:00",
      "/subscribe/ 2023-05-05T09:00:00+09:00",
    ],
  );
});

test("the package is handed the catalogue's own addresses alone, with what content says of them", () => {
  const { serialize, customPages } = sitemapOptions(site, facts);
  assert.equal(customPages?.length, facts.size);
  const address = "https://user.example/blog/posts/%EC%83%88-%EA%B8%80/";
  assert.ok(customPages.includes(address));
  for (const left of ["posts/%EC%B4%88%EA%B3%A0/", "page/2/", "404/"])
    assert.ok(!customPages.includes(`https://user.example/blog/${left}`), left);
  assert.deepEqual(serialize?.({ url: address }), {
    url: address,
    lastmod: "2023-05-05T09:00:00+09:00",
    img: [{ url: "https://user.example/blog/pictures/a-1.png" }],
  });
});

test("robots.txt lets everyone in, names the map, proves ownership to Daum, and refuses model crawlers on request", () => {
  assert.equal(robots(site), "User-agent: *\nAllow: /\n\nSitemap: https://user.example/blog/sitemap-index.xml\n");
  const strict = robots(defineSite({ modelCrawlers: "deny", verification: { daum: "#DaumWebMasterTool:abc:def" } }));
  assert.match(strict, /^#DaumWebMasterTool:abc:def\n/u);
  assert.match(strict, /User-agent: GPTBot\n(?:User-agent: .+\n)*Disallow: \/\n\nUser-agent: \*\nAllow: \/\n/u);
  for (const welcome of ["Yeti", "Googlebot", "bingbot", "Daum", "facebookexternalhit"])
    assert.ok(!strict.includes(`User-agent: ${welcome}\n`), welcome);
});

test("the map names a page's first thousand pictures, and no translations of a page that has none", () => {
  const pictures = Array.from({ length: 1200 }, (_, index) => ({ ...picture, path: `/pictures/a-${index}.png` }));
  const images = mapFacts(catalogue([post("그림책", { pictures })], site)).get("/posts/그림책/")?.images;
  assert.equal(images?.length, 1000);
  assert.equal(images.at(-1), "https://user.example/blog/pictures/a-999.png");
  assert.deepEqual(translationLinks([{ language: "ko", path: "/", isTranslation: true }], site), []);
});
