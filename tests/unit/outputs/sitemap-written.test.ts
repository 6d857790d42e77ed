import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuiltFile } from "#tools/prove/built-site.ts";
import { map } from "#tools/prove/map.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { fileOf, url } from "#model/address.ts";
import { defineSite } from "#model/site.ts";
import { readMapFile } from "#outputs/map-file.ts";
import { type MapFacts, mapFiles } from "#outputs/sitemap.ts";
import { siteOf } from "../guards-site.ts";

const site = defineSite({ address: "https://user.example/blog/" });
test("over 45,000 addresses go into several files, none lost", () => {
  const number = (index: number) => [`/글/${index}/`, { lastmod: "2020-06-01T00:00:00+09:00", images: [] }] as const;
  const facts = new Map<string, MapFacts>(Array.from({ length: 45_002 }, (_, index) => number(index)));
  const written = mapFiles(facts, site);
  const read = (file: string) => written.get(file);
  const page = builtFile("index.html", Buffer.from(""));
  const maps = ["sitemap-index.xml", "sitemap-0.xml", "sitemap-1.xml"].map((name) => [
    name,
    { ...page, page: undefined },
  ]);
  const files = new Map([...Array.from(facts.keys(), (path) => [fileOf(path), page]), ...maps] as [
    string,
    BuiltFile,
  ][]);
  const expected = { mapped: new Set(facts.keys()), address: site.address, read: (file: string) => read(file) ?? "" };
  const faults = map({ ...siteOf({}), ...expected, files });
  assert.deepEqual(faults, []);
  assert.match(read("sitemap-index.xml") ?? "", /blog\/sitemap-0\.xml.*blog\/sitemap-1\.xml/u);
  assert.equal(read("sitemap-1.xml")?.split("<url>").length, 3);
  assert.equal(read("sitemap-2.xml"), undefined);
});

test("the map's bytes do not depend on the order of what is known, not even where only leading zeros tell addresses apart", () => {
  const paths = [
    "/글/10/",
    "/글/9/",
    "/글/09/",
    "/글/009/",
    "/",
    "/글/",
    "/글/가/",
    "/가_나/",
    "/가-나/",
    "/Z/",
    "/a/",
  ];
  const mapOf = (all: readonly string[]) =>
    mapFiles(new Map(all.map((path) => [path, { images: [] }])), site).get("sitemap-0.xml") ?? "";
  assert.equal(mapOf(paths), mapOf(paths.toReversed()));
  assert.match(mapOf(paths), /\/009\/<.*\/09\/<.*\/9\/<.*\/10\/</u);
});

test("a written map is read back: every address, with its day and without its pictures", () => {
  const images = ["https://user.example/blog/pictures/a-1.png", "https://user.example/blog/pictures/b(1)-2.png"];
  const facts = new Map<string, MapFacts>([
    ["/", { lastmod: "2020-06-01T00:00:00+09:00", images }],
    ["/글/", { images: [] }],
    ["/a-b_c.d~!'()*+,;=:@$/", { images: images.slice(1) }],
  ]);
  const { kind, lines } = readMapFile(mapFiles(facts, site).get("sitemap-0.xml") ?? "");
  assert.equal(kind, "urlset");
  assert.deepEqual(new Set(lines.map(({ loc }) => loc)), new Set([...facts.keys()].map((path) => url(site, path))));
  assert.equal(
    Date.parse(lines.find(({ lastmod }) => lastmod)?.lastmod ?? ""),
    Date.parse("2020-06-01T00:00:00+09:00"),
  );
});
