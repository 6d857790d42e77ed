import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { writeMap } from "#tools/build/site-map.ts";
import type { BuiltFile } from "#tools/prove/built-site.ts";
import { map } from "#tools/prove/map.ts";
import { builtFile } from "#tools/prove/read-site.ts";
import { fileOf, url } from "#model/address.ts";
import { defineSite } from "#model/site.ts";
import { readMapFile } from "#outputs/map-file.ts";
import { type MapFacts, sitemapOptions, withAuthorsDays } from "#outputs/sitemap.ts";
import { siteOf } from "../guards-site.ts";
import { assertHolds } from "../../random.ts";

const site = defineSite({ address: "https://user.example/blog/" });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** What @astrojs/sitemap writes into a folder for some facts, though Astro tells of a page that is in none. */
async function written(facts: ReadonlyMap<string, MapFacts>, folder: string): Promise<void> {
  const dir = pathToFileURL(`${folder}/`);
  const settled = { config: { site: "https://user.example", base: "/blog/" } };
  const ended = { dir, pages: [{ pathname: "초고/" }], logger: silent };
  await writeMap(sitemapOptions(site, facts), settled as never, ended as never);
}

test("over 45,000 addresses go into several files, none lost, none of a page that is not in the catalogue", async () => {
  const folder = mkdtempSync(join(tmpdir(), "map-"));
  const number = (index: number) => [`/글/${index}/`, { lastmod: "2020-06-01T00:00:00+09:00", images: [] }] as const;
  const facts = new Map<string, MapFacts>(Array.from({ length: 45_002 }, (_, index) => number(index)));
  await written(facts, folder);
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

test("the map's bytes do not depend on the order of its pages, not even where only leading zeros tell addresses apart", async () => {
  const paths = "/글/10/ /글/9/ /글/09/ /글/009/ / /글/ /글/가/ /가_나/ /가-나/ /Z/ /a/".split(" ");
  const maps = new Set<string>();
  for (const order of [paths, paths.toReversed(), paths.toSorted()]) {
    const folder = mkdtempSync(join(tmpdir(), "map-"));
    await written(new Map(order.map((path) => [path, { images: [] }])), folder);
    maps.add(readFileSync(join(folder, "sitemap-0.xml"), "utf8"));
    rmSync(folder, { recursive: true });
  }
  assert.equal(maps.size, 1);
  assert.match([...maps][0] ?? "", /\/009\/<.*\/09\/<.*\/9\/<.*\/10\/</u);
});

test("a written map is read back: every address, with its day and without its pictures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "map-"));
  const images = ["https://user.example/blog/pictures/a-1.png", "https://user.example/blog/pictures/b(1)-2.png"];
  const facts = new Map<string, MapFacts>([
    ["/", { lastmod: "2020-06-01T00:00:00+09:00", images }],
    ["/글/", { images: [] }],
    ["/a-b_c.d~!'()*+,;=:@$/", { images: images.slice(1) }],
  ]);
  await written(facts, folder);
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
  assertHolds(
    fc.property(fc.uniqueArray(segment), (paths) => {
      const facts = new Map<string, MapFacts>(paths.map((path) => [`/${path}/`, { images: [] }]));
      const { customPages = [] } = sitemapOptions(site, facts);
      const sorted = customPages.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
      assert.deepEqual(customPages, sorted);
    }),
  );
});
