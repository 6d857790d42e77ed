import assert from "node:assert/strict";
import { test } from "node:test";
import { url } from "#model/address.ts";
import { defineSite } from "#model/site.ts";
import { robots } from "#outputs/search-engines.ts";
import { mapFacts, type MapFacts, mapFiles, translationLinks } from "#outputs/sitemap.ts";
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
const translations = [{ lang: "en", url: url(site, "/en/a&b/") }];

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

test("the map's files say what content says, in a form that any reader of XML takes", () => {
  const files = mapFiles(
    new Map<string, MapFacts>([
      ["/", { lastmod: "2023-05-05T09:00:00+09:00", images: [] }],
      ["/a&b/", { lastmod: "2023-05-04", images: [url(site, "/pictures/a-1.png")], translations }],
    ]),
    site,
  );
  const [head, protocol] = ['<?xml version="1.0" encoding="UTF-8"?>', "http://www.sitemaps.org/schemas/sitemap/0.9"];
  const index =
    `${head}<sitemapindex xmlns="${protocol}"><sitemap><loc>https://user.example/blog/sitemap-0.xml</loc>` +
    "<lastmod>2023-05-05T09:00:00+09:00</lastmod></sitemap></sitemapindex>";
  assert.deepEqual(Object.fromEntries(files), {
    "sitemap-index.xml": index,
    "sitemap.xml": index,
    "sitemap-0.xml":
      `${head}<urlset xmlns="${protocol}" xmlns:xhtml="http://www.w3.org/1999/xhtml"` +
      ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">' +
      "<url><loc>https://user.example/blog/</loc><lastmod>2023-05-05T09:00:00+09:00</lastmod></url>" +
      "<url><loc>https://user.example/blog/a&amp;b/</loc><lastmod>2023-05-04</lastmod>" +
      '<xhtml:link rel="alternate" hreflang="en" href="https://user.example/blog/en/a&amp;b/"/>' +
      "<image:image><image:loc>https://user.example/blog/pictures/a-1.png</image:loc></image:image></url></urlset>",
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
