import assert from "node:assert/strict";
import { all, htmlNodes, only, type XmlElement, xmlTree } from "./xml.ts";

/*
 * The rules of the W3C feed validator, in our words: each assertion names the message it stands for.
 */
const fullAddress = /^[a-z][a-z0-9+.-]*:(?:\/\/)?[!#-;=?-Z_a-z~]+$/u;
const rfc2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (\w{3}) (\d{4}) \d\d:\d\d:\d\d [+-]\d\d[03]0$/u;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/u;
const elements = new Set(
  "a abbr aside audio b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr".split(
    " ",
  ),
);
const attributes = new Set(
  "abbr align alt cite colspan controls datetime dir headers height href hreflang lang loop muted open poster reversed rowspan scope span src start title type value width".split(
    " ",
  ),
);

/** Throws where the validator would report an error or a warning on an RSS document; `now` in milliseconds. */
export function assertRss(xml: string, now: number): void {
  const rss = xmlTree(xml);
  assert.deepEqual([rss.name, rss.attributes["version"]], ["rss", "2.0"]);
  const channel = rss.children[0];
  assert.ok(rss.children.length === 1 && channel?.name === "channel");
  assertPlain(only(channel, "title"), "ContainsHTML: channel title");
  assertPlain(only(channel, "description"), "ContainsHTML: channel description");
  assert.match(only(channel, "link"), fullAddress, "InvalidFullLink: channel link");
  assert.match(only(channel, "language"), /^[a-z]{2}$/u, "InvalidLanguage");
  assertRssDate(only(channel, "lastBuildDate"), now);
  const self = all(channel, "atom:link").filter(({ attributes: { rel } }) => rel === "self");
  assert.equal(self.length, 1, "MissingAtomSelfLink");
  for (const { attributes: link } of all(channel, "atom:link")) assert.match(link["href"] ?? "", fullAddress);
  const names = channel.children.map(({ name }) => name);
  assert.ok(names.lastIndexOf("item") === names.length - 1 || !names.includes("item"), "MisplacedItem");
  const items = all(channel, "item");
  assert.equal(new Set(items.map((item) => only(item, "guid"))).size, items.length, "DuplicateValue: guid");
  for (const item of items) assertRssItem(item, now);
  assertCharacters(rss);
}

function assertRssItem(item: XmlElement, now: number): void {
  assertPlain(only(item, "title"), "ContainsHTML: item title");
  assert.match(only(item, "link"), fullAddress, "InvalidFullLink");
  const [guid] = all(item, "guid");
  assert.equal(guid?.attributes["isPermaLink"], "false", "InvalidBooleanAttribute, InvalidHttpGUID");
  assert.doesNotMatch(guid.text, /^\d{1,8}$/u, "NotSufficientlyUnique");
  const names = item.children.map(({ name }) => name);
  const full = names.indexOf("content:encoded");
  assert.ok(full === -1 || names.indexOf("description") < full, "NeedDescriptionBeforeContent");
  assert.ok(!names.includes("author"), "InvalidContact");
  for (const { text } of all(item, "pubDate")) assertRssDate(text, now);
  for (const { text } of all(item, "category")) assertPlain(text, "NotBlank: category");
  assert.notEqual(only(item, "dc:creator"), "");
  assertSafeHtml(only(item, "description"));
  if (full !== -1) assertSafeHtml(only(item, "content:encoded"));
}

/** Throws where the validator would report an error or a warning on an Atom document. */
export function assertAtom(xml: string, now: number): void {
  const feed = xmlTree(xml);
  assert.deepEqual([feed.name, feed.uri], ["feed", "http://www.w3.org/2005/Atom"]);
  assert.match(only(feed, "id"), fullAddress, "InvalidFullLink: id");
  assert.notEqual(only(feed, "title"), "");
  assertAtomDate(only(feed, "updated"), now);
  assert.notEqual(only(all(feed, "author")[0], "name"), "", "MissingElement: author");
  assertAtomLinks(feed, ["alternate", "self"]);
  const entries = all(feed, "entry");
  assert.equal(new Set(entries.map((entry) => only(entry, "id"))).size, entries.length, "DuplicateEntries");
  assert.equal(new Set(entries.map((entry) => only(entry, "updated"))).size, entries.length, "DuplicateUpdated");
  for (const entry of entries) {
    assert.match(only(entry, "id"), fullAddress, "InvalidFullLink: id");
    assert.notEqual(only(entry, "title"), "");
    assertAtomDate(only(entry, "updated"), now);
    for (const { text } of all(entry, "published")) assertAtomDate(text, now);
    assertAtomLinks(entry, ["alternate"]);
    for (const { attributes: category } of all(entry, "category")) assert.notEqual(category["term"], "");
    assert.equal(all(entry, "content")[0]?.attributes["type"], "html");
    assertSafeHtml(only(entry, "content"));
  }
  assertCharacters(feed);
}

function assertAtomLinks(parent: XmlElement, wanted: readonly string[]): void {
  const links = all(parent, "link").map(({ attributes: link }) => link);
  for (const link of links) assert.match(link["href"] ?? "", fullAddress, "InvalidFullLink");
  const unique = new Set(links.map(({ rel, type, hreflang }) => `${rel} ${type} ${hreflang}`));
  assert.equal(unique.size, links.length, "DuplicateAtomLink");
  for (const rel of wanted) assert.equal(links.filter((link) => link["rel"] === rel).length, 1, `MissingLink: ${rel}`);
}

function assertPlain(text: string, message: string): void {
  assert.notEqual(text.trim(), "", message);
  assert.doesNotMatch(text, /<\/[a-z]+>|&(?:[a-z]+|#\d+);/u, message);
}

function assertRssDate(text: string, now: number): void {
  const [, weekday, day, month, year] = rfc2822.exec(text) ?? [];
  assert.ok(weekday !== undefined, `InvalidRFC2822Date: ${text}`);
  const written = new Date(`${day} ${month} ${year} 00:00:00 GMT`).toUTCString();
  assert.equal(written.slice(0, 3), weekday, "IncorrectDOW");
  assertPlausible(Date.parse(text), now);
}

function assertAtomDate(text: string, now: number): void {
  assert.match(text, rfc3339, "InvalidRFC3339Date");
  assertPlausible(Date.parse(text), now);
}

function assertPlausible(epochMs: number, now: number): void {
  assert.ok(epochMs >= Date.parse("1990-01-01") && epochMs <= now + 86_400_000, "ImplausibleDate");
}

function assertSafeHtml(html: string): void {
  for (const node of htmlNodes(html)) {
    if (!("tagName" in node)) continue;
    assert.ok(elements.has(node.tagName), `SecurityRisk, NotHtml: <${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      assert.ok(attributes.has(name), `SecurityRiskAttr: ${node.tagName} ${name}`);
      if (/^(?:href|src|cite|poster)$/u.test(name)) assert.match(value, fullAddress, `ContainsRelRef: ${value}`);
    }
  }
}

function assertCharacters(element: XmlElement): void {
  const texts = [element.text, ...Object.values(element.attributes)];
  for (const text of texts) assert.doesNotMatch(text, /[\u0080-\u009F\uFFFD]/u, "BadCharacters");
  for (const child of element.children) assertCharacters(child);
}
