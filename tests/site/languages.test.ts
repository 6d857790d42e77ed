import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import { fileOf } from "#model/address.ts";
import { bilingual, built } from "./languages.ts";
import { build, builtFresh, distOf, recipes } from "./sites.ts";
import { digests } from "./snapshot.ts";

const folder = bilingual();
const dist = join(folder, "dist");
const home = "https://two.example/blog/";
const pages = globSync("**/index.html", { cwd: dist }).filter((file) => !built(folder, file).includes('"refresh"'));

/** What a page says of its translations: address by language. */
function alternates(html: string): Record<string, string> {
  const links = html.matchAll(/<(?:xhtml:)?link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/?>/gu);
  return Object.fromEntries([...links].map(([, language = "", address = ""]) => [language, address]));
}

function fileAt(address: string): string {
  assert.ok(address.startsWith(home), address);
  return fileOf(decodeURIComponent(address.slice(home.length - 1)));
}

test("translations name each other and themselves, and the site's own language is the default", () => {
  const named = pages.filter((file) => Object.keys(alternates(built(folder, file))).length > 0);
  assert.ok(named.length > 20);
  for (const file of named) {
    const own = alternates(built(folder, file));
    assert.deepEqual(Object.keys(own), ["ko", "en", "x-default"]);
    assert.equal(own["x-default"], own["ko"]);
    const language = /<html lang="(\w+)"/u.exec(built(folder, file))?.[1] ?? "";
    assert.equal(fileAt(own[language] ?? ""), file);
    for (const address of Object.values(own))
      assert.deepEqual(alternates(built(folder, fileAt(address))), own, address);
  }
});

test("posts pair by file name or translationKey; those without a pair name none", () => {
  for (const [one, other] of [
    ["posts/trip/", "en/posts/trip/"],
    ["posts/열쇠/", "en/posts/lock/"],
    ["about/", "en/about/"],
    ["", "en/"],
    ["tags/ai/", "en/tags/ai/"],
  ])
    assert.equal(fileAt(alternates(built(folder, `${one}index.html`))["en"] ?? home), `${other}index.html`);
  for (const alone of ["posts/홀로/", "elsewhere/", "en/tags/road/", "page/2/", "en/page/2/"])
    assert.deepEqual(alternates(built(folder, `${alone}index.html`)), {}, alone);
});

test("the map names the same translations as the pages", () => {
  const map = built(folder, "sitemap-0.xml");
  const urls = [...map.matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/gu)];
  assert.ok(urls.length > 25);
  for (const [, address = "", rest = ""] of urls)
    assert.deepEqual(alternates(rest), alternates(built(folder, fileAt(address))), address);
});

test("each language has lists of its own posts alone, and a link to the other language", () => {
  const english = new Set(["/blog/elsewhere/", "/blog/elsewhere/index.md"]);
  for (const file of pages) {
    const html = built(folder, file);
    const isEnglish = html.includes('<html lang="en"');
    assert.equal(isEnglish, file.startsWith("en/") || file.startsWith("elsewhere/"), file);
    const links = [...html.matchAll(/<a ([^>]*)href="(\/blog\/[^"]*)"([^>]*)>/gu)];
    const switches = links.filter(([tag]) => tag.includes("hreflang"));
    assert.equal(switches.length, 1, file);
    for (const [tag, , href = ""] of links) {
      const leadsToEnglish = href.startsWith("/blog/en/") || english.has(href);
      assert.equal(leadsToEnglish, isEnglish !== tag.includes("hreflang"), `${file}: ${href}`);
    }
  }
  assert.match(
    built(folder, "posts/trip/index.html"),
    /<a href="\/blog\/en\/posts\/trip\/" hreflang="en" lang="en">English</u,
  );
  assert.match(built(folder, "elsewhere/index.html"), /<a href="\/blog\/" hreflang="ko" lang="ko">한국어</u);
});

test("the English part says no word in Korean but the name of the language", () => {
  const files = globSync("{en,elsewhere}/**/*.{html,xml,json,css,txt,md}", { cwd: dist });
  assert.ok(files.length > 40);
  for (const file of files) {
    const addresses = /\/blog\/posts\/(?:열쇠)\//gu;
    const text = built(folder, file).replace(">한국어<", "><").replace(addresses, "");
    assert.doesNotMatch(text, /\p{Script=Hangul}/u, file);
  }
  const home = built(folder, "en/index.html");
  for (const words of ["Two Tongues", "A blog in two languages", "Labels", "Gaon"])
    assert.ok(home.includes(words), words);
  assert.ok(!home.includes("꼬리표"));
  assert.match(built(folder, "posts/trip/index.html"), /꼬리표/u);
});

test("a language's feeds are well-formed and carry its posts, and readers who look in Hugo's place are led on", () => {
  for (const file of globSync("**/{rss,atom,opml,sitemap-0}.xml", { cwd: dist }))
    assert.doesNotThrow(() => new SaxesParser({ xmlns: true }).write(built(folder, file)).close(), file);
  const feed = JSON.parse(built(folder, "en/feed.json")) as { language: string; items: { title: string }[] };
  assert.deepEqual([feed.language, ...feed.items.map(({ title }) => title)], ["en", "The trip", "The key"]);
  assert.match(built(folder, "en/rss/1.xml"), /Alone/u);
  assert.doesNotMatch(built(folder, "rss/1.xml") + built(folder, "rss.xml"), /The trip|Alone/u);
  const ids = ["", "en/"].map((part) => /<id>([^<]+)/u.exec(built(folder, `${part}atom.xml`))?.[1]);
  assert.notEqual(ids[0], ids[1]);
  assert.match(built(folder, "_redirects"), /^\/blog\/en\/index\.xml \/blog\/en\/rss\.xml 301$/mu);
});

test("a site of one language names no other", () => {
  const one = distOf(recipes.old);
  assert.ok(!existsSync(join(one, "en")));
  for (const file of globSync("**/*.{html,xml}", { cwd: one }))
    assert.doesNotMatch(readFileSync(join(one, file), "utf8"), /hreflang|xmlns:xhtml/u, file);
});

test("after a translation goes and comes back under another name, an incremental build is what a fresh one makes", () => {
  const post = join(folder, "src/content/posts/여행/index.en.md");
  const text = readFileSync(post, "utf8");
  rmSync(post);
  build(folder);
  assert.deepEqual(alternates(built(folder, "posts/trip/index.html")), {});
  writeFileSync(post, text.replace("slug: trip", "slug: journey").replace("The trip", "The journey"));
  build(folder);
  assert.deepEqual(digests(dist), digests(builtFresh(folder)));
});
