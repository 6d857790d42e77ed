import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import sitemap from "@astrojs/sitemap";
import fc from "fast-check";
import type { BuiltFile } from "#tools/prove/built-site.ts";
import { map } from "#tools/prove/map.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { fileOf, url } from "#model/address.ts";
import { defineSite } from "#model/site.ts";
import { readMapFile } from "#outputs/map-file.ts";
import { type MapFacts, sitemapOptions, withAuthorsDays } from "#outputs/sitemap.ts";
import { siteOf } from "../guards-site.ts";

const site = defineSite({ address: "https://user.example/blog/" });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** What @astrojs/sitemap writes into a folder for some facts, as if Astro had made these pages in this run. */
async function written(facts: ReadonlyMap<string, MapFacts>, pages: readonly string[], folder: string): Promise<void> {
  const { hooks } = sitemap(sitemapOptions(site, () => facts));
  const call = (name: string, argument: object) =>
    (hooks as unknown as Record<string, (given: object) => unknown>)[name]?.(argument);
  await call("astro:routes:resolved", { routes: [] });
  await call("astro:config:done", { config: { site: "https://user.example", base: "/blog/" } });
  const dir = pathToFileURL(`${folder}/`);
  await call("astro:build:done", { dir, pages: pages.map((pathname) => ({ pathname })), logger: silent });
}

test("over 45,000 addresses go into several files, none lost, none of a page that is not in the catalogue", async () => {
  const folder = mkdtempSync(join(tmpdir(), "map-"));
  const number = (index: number) => [`/글/${index}/`, { lastmod: "2020-06-01T00:00:00+09:00", images: [] }] as const;
  const facts = new Map<string, MapFacts>(Array.from({ length: 45_002 }, (_, index) => number(index)));
  await written(facts, ["글/0/", "초고/", "page/2/", ""], folder);
  const read = (file: string) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined;
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
  rmSync(folder, { recursive: true });
});

test("days are the author's, at an address with an ampersand too", () => {
  const facts = new Map([["/tags/r&d/", { lastmod: "2020-06-01T00:00:00+09:00", images: [] }]]);
  const loc = "<loc>https://user.example/blog/tags/r&amp;d/</loc>";
  assert.equal(
    withAuthorsDays(`${loc}<lastmod>2020-05-31T15:00:00.000Z</lastmod>`, facts, site),
    `${loc}<lastmod>2020-06-01T00:00:00+09:00</lastmod>`,
  );
});

test("the map's bytes do not depend on which pages this run made, not even where only leading zeros tell addresses apart", async () => {
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
  const facts = new Map<string, MapFacts>(paths.map((path) => [path, { images: [] }]));
  const runs = [[], paths, paths.toReversed(), ["/글/9/"], ["/글/009/", "/초고/"]];
  const maps: string[] = [];
  for (const pages of runs) {
    const folder = mkdtempSync(join(tmpdir(), "map-"));
    await written(
      facts,
      pages.map((path) => path.slice(1)),
      folder,
    );
    maps.push(readFileSync(join(folder, "sitemap-0.xml"), "utf8"));
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual([...new Set(maps)].length, 1);
  assert.match(maps[0] ?? "", /\/009\/<.*\/09\/<.*\/9\/<.*\/10\/</u);
});

test("a written map is read back: every address, with its day and without its pictures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "map-"));
  const images = ["https://user.example/blog/pictures/a-1.png", "https://user.example/blog/pictures/b(1)-2.png"];
  const facts = new Map<string, MapFacts>([
    ["/", { lastmod: "2020-06-01T00:00:00+09:00", images }],
    ["/글/", { images: [] }],
    ["/a-b_c.d~!'()*+,;=:@$/", { images: images.slice(1) }],
  ]);
  await written(facts, [], folder);
  const { kind, lines } = readMapFile(readFileSync(join(folder, "sitemap-0.xml"), "utf8"));
  rmSync(folder, { recursive: true });
  assert.equal(kind, "urlset");
  assert.deepEqual(new Set(lines.map(({ loc }) => loc)), new Set([...facts.keys()].map((path) => url(site, path))));
  assert.equal(
    Date.parse(lines.find(({ lastmod }) => lastmod)?.lastmod ?? ""),
    Date.parse("2020-06-01T00:00:00+09:00"),
  );
});

test("addresses are handed over in the order the package gives them", () => {
  const segment = fc.string({ unit: fc.constantFrom(..."가나aZ09_-.~/%!"), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.uniqueArray(segment), (paths) => {
      const facts = new Map<string, MapFacts>(paths.map((path) => [`/${path}/`, { images: [] }]));
      const { customPages = [] } = sitemapOptions(site, () => facts);
      const sorted = customPages.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
      assert.deepEqual(customPages, sorted);
    }),
  );
});
