import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { fileOf } from "#model/address.ts";
import { assertAtom, assertRss } from "../unit/outputs/feed-rules.ts";
import { all, only, shownText, xmlTree } from "../unit/outputs/xml.ts";
import { distOf, recipes } from "./sites.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const now = 1_795_564_800_000;
const sites = [
  { dist: distOf(recipes.own), home: "https://seogo.example/" },
  { dist: distOf(recipes.old), home: "https://user.example/blog/" },
];
/** Files of a built site, those in folders such as `tags/.net/` too. */
const filesIn = (dist: string, name: RegExp) =>
  readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => name.test(file));
const read = (dist: string, file: string) => readFileSync(join(dist, file), "utf8");
const rssFiles = (dist: string) => filesIn(dist, /(?:^|\/)(?:rss|rss\/\d+)\.xml$/u);
const atomFiles = (dist: string) => filesIn(dist, /(?:^|\/)(?:atom|atom\/\d+)\.xml$/u);
const items = (dist: string, file: string) => all(xmlTree(read(dist, file)).children[0], "item");

/** The built file that an absolute address of the site means. */
function fileAt(address: string, home: string): string {
  assert.ok(address.startsWith(home), address);
  return fileOf(`/${decodeURIComponent(address.slice(home.length))}`);
}

function elements(parent: Parent, wanted: (element: Element) => boolean): Element[] {
  return parent.childNodes.flatMap((node) =>
    "tagName" in node ? [...(wanted(node) ? [node] : []), ...elements(node, wanted)] : [],
  );
}

/** The body of an RSS item; empty for a post without one, which has no element for it. */
const encoded = (item: ReturnType<typeof items>[number]) => {
  const [body, ...more] = all(item, "content:encoded");
  assert.equal(more.length, 0);
  return body === undefined ? "" : only(item, "content:encoded");
};

const attribute = (element: Element, name: string) => element.attrs.find((own) => own.name === name)?.value ?? "";

/** The words of a page's body as a reader sees them: heading marks left out, formulas and diagrams as their source. */
function bodyWords(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if ("value" in node) return node.value;
      if ("tagName" in node && node.tagName === "input") {
        return node.attrs.some(({ name }) => name === "checked") ? "☑" : "☐";
      }
      if (!("tagName" in node) || attribute(node, "class").split(" ").includes("anchor")) return "";
      // A feed, which has no controls, shows tasks as marks.
      if (node.tagName === "input") return node.attrs.some(({ name }) => name === "checked") ? "☑" : "☐";
      if (
        node.tagName === "svg" ||
        (node.tagName === "summary" &&
          /다이어그램|diagram/u.test(node.childNodes.map((one) => ("value" in one ? one.value : "")).join("")))
      )
        return "";
      const [source] = node.tagName === "math" ? elements(node, ({ tagName }) => tagName === "annotation") : [];
      return bodyWords(source ?? node);
    })
    .join("");
}

test("every feed of the built sites is well-formed and keeps the W3C validator's rules", () => {
  const xmllint = spawnSync("xmllint", ["--version"]).status === 0;
  for (const { dist } of sites) {
    const files = filesIn(dist, /\.xml$/u);
    assert.ok(files.length > 40, `${files.length}`);
    for (const file of files) {
      xmlTree(read(dist, file));
      if (xmllint) assert.equal(spawnSync("xmllint", ["--nonet", "--noout", join(dist, file)]).status, 0, file);
    }
    for (const file of rssFiles(dist)) assertRss(read(dist, file), now);
    for (const file of atomFiles(dist)) assertAtom(read(dist, file), now);
  }
});

test("the words of a post in its feed are the words of its page, MDX and Markdown alike", () => {
  for (const { dist, home } of sites) {
    const posts = items(dist, "rss.xml");
    assert.ok(posts.length > 5);
    for (const item of posts) {
      const page = parse(read(dist, fileAt(only(item, "link"), home)));
      const [body] = elements(page, (element) => attribute(element, "class").split(" ").includes("e-content"));
      assert.ok(body, only(item, "link"));
      // The page joins words and brackets for line ends by U+2060, which a feed has no lines for.
      const words = (text: string) => text.replaceAll("\u2060", "").replace(/\s+/gu, " ").trim();
      assert.equal(words(shownText(encoded(item))), words(bodyWords(body)), only(item, "title"));
    }
  }
});

test("the three formats carry the same posts in the same order with the same words", () => {
  for (const { dist } of sites) {
    for (const file of filesIn(dist, /(?:^|\/)rss\.xml$/u)) {
      const inRss = items(dist, file);
      const inAtom = all(xmlTree(read(dist, file.replace(/rss\.xml$/u, "atom.xml"))), "entry");
      const json = JSON.parse(read(dist, file.replace(/rss\.xml$/u, "feed.json"))) as {
        items: Record<string, string>[];
      };
      assert.deepEqual(
        inRss.map((item) => only(item, "title")),
        inAtom.map((entry) => only(entry, "title")),
        file,
      );
      assert.deepEqual(
        inRss.map((item) => only(item, "guid")),
        json.items.map(({ id }) => id),
        file,
      );
      const bodies = inRss.map(encoded);
      assert.deepEqual(
        bodies,
        inAtom.map((entry) => only(entry, "content")),
        file,
      );
      assert.deepEqual(
        bodies,
        json.items.map(({ content_html: html }) => html),
        file,
      );
    }
  }
});

test("what feeds link and show of ours is there", () => {
  for (const { dist, home } of sites) {
    for (const item of rssFiles(dist).flatMap((file) => items(dist, file))) {
      const addresses = [...encoded(item).matchAll(/(?:href|src)="([^"#]+)/gu)].map(([, address = ""]) => address);
      for (const address of [only(item, "link"), ...addresses.filter((found) => found.startsWith(home))]) {
        assert.ok(existsSync(join(dist, fileAt(address.replace(/\?.*/u, ""), home))), address);
      }
    }
  }
});

test("every page leads to feeds that exist, a list to its own first", () => {
  for (const { dist, home } of sites) {
    for (const file of filesIn(dist, /(?:^|\/)index\.html$/u)) {
      const html = read(dist, file);
      if (html.includes('http-equiv="refresh"')) continue;
      const links = elements(parse(html), ({ tagName }) => tagName === "link").filter(
        (link) => attribute(link, "rel") === "alternate",
      );
      assert.ok(links.length >= 3, file);
      for (const link of links)
        assert.ok(existsSync(join(dist, fileAt(attribute(link, "href"), home))), attribute(link, "href"));
      const list = /^(?:categories|tags|series)\/.+?(?=\/(?:page\/\d+\/)?index\.html$)/u.exec(file)?.[0];
      if (list) assert.equal(fileAt(attribute(links[0] as Element, "href"), home), `${list}/rss.xml`);
    }
  }
});

test("the style sheet that feeds name is there and says how to subscribe", () => {
  for (const { dist, home } of sites) {
    const [, address = ""] = /<\?xml-stylesheet href="([^"]+)" type="text\/css"\?>/u.exec(read(dist, "rss.xml")) ?? [];
    assert.match(address, /^\/(?!\/)/u);
    assert.match(
      read(dist, fileAt(new URL(address, home).href, home)),
      /:is\(rss, feed\)::before \{\n {2}content: "이 주소는 구독 피드입니다\."/u,
    );
  }
});
