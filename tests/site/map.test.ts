import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { fileOf } from "#model/address.ts";
import { readMapFile } from "#outputs/map-file.ts";
import { readEntries } from "#reading/entry-store.ts";
import { distOf, recipes, root } from "./sites.ts";

const sites = [
  { dist: distOf(recipes.own), origin: "https://seogo.example", base: "/" },
  { dist: distOf(recipes.old), origin: "https://user.example", base: "/blog/" },
];
/** Files of a built site, those in folders such as `tags/.net/` too. */
const filesIn = (dist: string, name: RegExp) =>
  readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => name.test(file));
const read = (dist: string, file: string) => readFileSync(join(dist, file), "utf8");
const locs = (dist: string) => readMapFile(read(dist, "sitemap-0.xml")).lines.map(({ loc }) => loc);

/** A server of plain files, as simple as hosts come: the decoded path below the base, `index.html` for folders. */
async function plainServer(dist: string, base: string) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(dist, fileOf(`/${path.slice(base.length)}`));
    const found = path.startsWith(base) && existsSync(file);
    response.writeHead(found ? 200 : 404).end(found ? readFileSync(file) : "");
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

test("the map is valid against the official schema, joined with ours for pictures and translations", () => {
  const schema = join(root, "tests/fixtures/outputs/sitemap-with-image.xsd");
  const xmllint = spawnSync("xmllint", ["--version"]).status === 0;
  for (const { dist } of sites) {
    const xml = read(dist, "sitemap-0.xml");
    const args = ["--nonet", "--noout", "--schema", schema, join(dist, "sitemap-0.xml")];
    if (xmllint) assert.equal(spawnSync("xmllint", args).status, 0);
    assert.doesNotMatch(xml, /[^\u0020-\u007E\n]/u);
    for (const [, date] of xml.matchAll(/<lastmod>([^<]*)/gu))
      assert.match(date ?? "", /^\d{4}-\d\d-\d\d(?:T[\d:.]+[+-]\d\d:\d\d)?$/u);
    assert.equal(read(dist, "sitemap.xml"), read(dist, "sitemap-index.xml"));
  }
  assert.match(read(sites[0]?.dist ?? "", "sitemap-0.xml"), /<image:loc>https:\/\/seogo\.example\/pictures\//u);
});

test("the map holds exactly the pages that engines may list, each by its canonical address", () => {
  for (const { dist } of sites) {
    const canonical = filesIn(dist, /(?:^|\/)index\.html$/u).flatMap((file) => {
      const html = read(dist, file);
      const [, address] = /<link rel="canonical" href="([^"]+)"/u.exec(html) ?? [];
      return address === undefined || /http-equiv="refresh"|name="robots" content="noindex/u.test(html)
        ? []
        : [address];
    });
    assert.ok(canonical.length > 20);
    assert.deepEqual(locs(dist).toSorted(), canonical.toSorted());
  }
});

test("every address of the map and of robots.txt answers 200 from a plain server", async () => {
  for (const { dist, origin, base } of sites) {
    const { port, close } = await plainServer(dist, base);
    const [, map = ""] = /^Sitemap: (.+)$/mu.exec(read(dist, "robots.txt")) ?? [];
    const addresses = [...locs(dist), map, ...readMapFile(read(dist, "sitemap-index.xml")).lines.map(({ loc }) => loc)];
    for (const address of addresses) {
      assert.ok(address.startsWith(`${origin}${base}`), address);
      assert.equal((await fetch(address.replace(origin, `http://127.0.0.1:${port}`))).status, 200, address);
    }
    close();
  }
});

test("each page's canonical address is the one its map line, feed and links use", () => {
  for (const { dist, origin, base } of sites) {
    const known = new Set(locs(dist));
    const fromFeed = [...read(dist, "rss.xml").matchAll(/<item>.*?<link>([^<]+)/gu)].map(([, link = ""]) => link);
    for (const link of fromFeed) assert.ok(known.has(link), link);
    for (const file of filesIn(dist, /(?:^|\/)index\.html$/u)) {
      for (const [, href = ""] of read(dist, file).matchAll(/<a [^>]*href="([^"#?]+)"/gu)) {
        if (!href.startsWith(base) || !href.endsWith("/") || /\/page\/\d+\/$/u.test(href)) continue;
        assert.equal(href, href.normalize("NFC"), href);
        const { href: address } = new URL(href.replaceAll("&amp;", "&"), origin);
        if (known.has(address)) continue;
        // Pages of single words are for readers alone, and say so.
        const page = read(dist, fileOf(`/${decodeURIComponent(address.slice(`${origin}${base}`.length))}`));
        assert.match(page, /<meta name="robots" content="noindex/u, `${file}: ${href}`);
        assert.ok(page.includes(`<link rel="canonical" href="${address}">`), `${file}: ${href}`);
      }
    }
  }
});

test("the picture that a preview shows is there, and of a kind that they draw", () => {
  for (const { dist, origin, base } of sites) {
    for (const file of filesIn(dist, /(?:^|\/)index\.html$/u)) {
      const html = read(dist, file);
      if (html.includes('http-equiv="refresh"')) continue;
      const [, image = ""] = /<meta property="og:image" content="([^"]+)"/u.exec(html) ?? [];
      assert.match(image, /\.(?:png|jpe?g|webp|gif)$/u, file);
      // A cover that another site keeps is not ours to have.
      if (html.includes(`<img class="cover" src="${image}"`)) continue;
      const path = decodeURIComponent(image.slice(`${origin}${base}`.length));
      assert.ok(existsSync(join(dist, fileOf(`/${path}`))), `${file}: ${image}`);
    }
  }
});

test("no draft and no post of the future is in any file for machines", () => {
  for (const { dist } of sites) {
    const entries = readEntries(join(dist, "../.seogo"));
    const hidden = entries.filter(({ draft, date }) => draft || (date?.epochMs ?? 0) > 1_795_564_800_000);
    for (const file of filesIn(dist, /\.(?:xml|json|txt|md)$/u)) {
      const text = read(dist, file);
      for (const { path, title } of hidden) {
        assert.ok(!text.includes(encodeURI(path)) && !text.includes(path) && !text.includes(title), `${file}: ${path}`);
      }
    }
  }
  const own = readEntries(join(sites[0]?.dist ?? "", "../.seogo"));
  assert.ok(own.some(({ draft }) => draft));
});

test("every post is there as Markdown and in llms.txt", () => {
  for (const { dist, origin, base } of sites) {
    const text = filesIn(dist, /(?:^|\/)llms\.txt$/u)
      .map((file) => read(dist, file))
      .join("");
    const sources = filesIn(dist, /(?:^|\/)index\.md$/u);
    assert.ok(sources.length > 5);
    for (const file of sources) {
      assert.ok(text.includes(`(${new URL(`${base}${file}`, origin).href})`), file);
      assert.match(read(dist, file), /^---\ntitle: ".+"\nurl: "https:/u);
      assert.doesNotMatch(read(dist, file).replace(/```[\s\S]*?```|`[^`\n]*`|^ {4}.*$/gmu, ""), /<!--/u);
    }
  }
});
