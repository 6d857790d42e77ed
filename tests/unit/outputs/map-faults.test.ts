import assert from "node:assert/strict";
import { test } from "node:test";
import { map } from "#tools/prove/map.ts";
import { readMapFile } from "#outputs/map-file.ts";
import { siteOf } from "../guards-site.ts";

const declared = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const index = `<sitemapindex ${declared}><sitemap><loc>https://seogo.example/sitemap-0.xml</loc></sitemap></sitemapindex>`;
const urlset = (...addresses: readonly string[]) =>
  `<urlset ${declared}>${addresses.map((loc) => `<url><loc>https://seogo.example${loc}</loc></url>`).join("")}</urlset>`;
const built = { "index.html": "", "posts/글/index.html": "" };
const faultsOf = (files: Record<string, string>) =>
  map(siteOf(files, { mapped: new Set(["/", "/posts/글/"]) })).map(
    ({ code, values }) => `${code.replace("map-", "")} ${String(values["subject"])}`,
  );

test("a map is trusted only if it lists exactly the pages that stand", () => {
  const whole = urlset("/", "/posts/%EA%B8%80/");
  const cases: readonly [string, Record<string, string>, string[]][] = [
    ["whole", { ...built, "sitemap-index.xml": index, "sitemap-0.xml": whole }, []],
    [
      "no index",
      built,
      ["missing sitemap-index.xml", "short https://seogo.example/", "short https://seogo.example/posts/%EA%B8%80/"],
    ],
    [
      "empty index",
      { ...built, "sitemap-index.xml": "" },
      ["malformed sitemap-index.xml", "short https://seogo.example/", "short https://seogo.example/posts/%EA%B8%80/"],
    ],
    [
      "cut off",
      { ...built, "sitemap-index.xml": index, "sitemap-0.xml": whole.slice(0, -9) },
      ["malformed sitemap-0.xml", "short https://seogo.example/", "short https://seogo.example/posts/%EA%B8%80/"],
    ],
    [
      "short",
      { ...built, "sitemap-index.xml": index, "sitemap-0.xml": urlset("/") },
      ["short https://seogo.example/posts/%EA%B8%80/"],
    ],
    [
      "a page of the owner's",
      {
        ...built,
        "now/index.html": "",
        "sitemap-index.xml": index,
        "sitemap-0.xml": urlset("/", "/posts/%EA%B8%80/", "/now/"),
      },
      [],
    ],
    [
      "raw Hangul",
      { ...built, "sitemap-index.xml": index, "sitemap-0.xml": urlset("/", "/posts/글/") },
      ["unknown https://seogo.example/posts/글/", "short https://seogo.example/posts/%EA%B8%80/"],
    ],
    [
      "draft",
      { ...built, "sitemap-index.xml": index, "sitemap-0.xml": urlset("/", "/posts/%EA%B8%80/", "/draft/") },
      ["unknown https://seogo.example/draft/"],
    ],
    [
      "twice",
      { ...built, "sitemap-index.xml": index, "sitemap-0.xml": urlset("/", "/", "/posts/%EA%B8%80/") },
      ["twice https://seogo.example/"],
    ],
    [
      "no page",
      { "index.html": "", "sitemap-index.xml": index, "sitemap-0.xml": whole },
      ["no-page https://seogo.example/posts/%EA%B8%80/"],
    ],
  ];
  for (const [name, files, expected] of cases) assert.deepEqual(faultsOf(files), expected, name);
});

test("a map over the protocol's limits is refused", () => {
  const many = urlset(...Array.from({ length: 50_001 }, (_, number) => `/${number}/`));
  const codes = new Set(
    faultsOf({ ...built, "sitemap-index.xml": index, "sitemap-0.xml": many }).map((fault) => fault.split(" ")[0]),
  );
  assert.ok(codes.has("too-large"));
});

test("a map file is read with its dates; other XML is refused", () => {
  const dated = `<urlset ${declared} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://a.example/?a=1&amp;b </loc><lastmod>2020-06-01</lastmod><image:image><image:loc>https://a.example/a.png</image:loc></image:image></url></urlset>`;
  assert.deepEqual(readMapFile(dated), {
    kind: "urlset",
    lines: [{ loc: "https://a.example/?a=1&b", lastmod: "2020-06-01" }],
  });
  for (const wrong of [
    "",
    "<urlset/>",
    "<html></html>",
    `<urlset ${declared}>&nbsp;</urlset>`,
    `<urlset ${declared}>\u0001</urlset>`,
    `<urlset ${declared}><image:loc/></urlset>`,
  ])
    assert.throws(() => readMapFile(wrong), wrong);
});
