import type { Site } from "#model/site.ts";
import type { Feed } from "./feed.ts";
import { feedFormats } from "./feed-address.ts";
import { atomId } from "./feed-ids.ts";
import type { FeedItem } from "./feed-item.ts";
import { shownItem, shownLink, shownNamespace } from "./feed-shown.ts";
import { escaped } from "#model/escape.ts";
import { repliesId } from "#model/replies.ts";

/** A feed as Atom 1.0 (RFC 4287) with full text, to be shown in browsers by its style sheet. */
export function atom(feed: Feed, site: Site): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<?xml-stylesheet href="${escaped(feed.style)}" type="text/css"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="${shownNamespace.h}" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${feed.language}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.description),
    element("updated", feed.updated),
    `<author>${element("name", feed.author.name)}${element("uri", feed.author.url)}</author>`,
    element("rights", feed.rights),
    element("generator", "Seogo"),
    link("self", feed.self("atom"), feedFormats.atom.type),
    link("alternate", feed.home, "text/html"),
    shownLink(feed.home, feed.title),
    ...feed.items.map((item) => entry(item, feed, site)),
    "</feed>\n",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function entry(item: FeedItem, feed: Feed, site: Site): string {
  const language = item.language === feed.language ? "" : ` xml:lang="${escaped(item.language)}"`;
  return [
    `<entry${language}>`,
    element("id", atomId(item.id, site)),
    element("title", item.title),
    link("alternate", item.url, "text/html"),
    item.replies === undefined ? "" : repliesOf(item.url, item.replies),
    item.published ? element("published", item.published.iso) : "",
    element("updated", item.updated),
    item.author === feed.author.name ? "" : `<author>${element("name", item.author)}</author>`,
    ...item.labels.map((label) => `<category term="${escaped(label)}"/>`),
    element("summary", item.summary),
    `<content type="html">${escaped(item.html)}</content>`,
    shownItem(item, feed.language),
    "</entry>",
  ].join("");
}

/** The Atom Threading Extensions (RFC 4685). */
function repliesOf(url: string, count: number): string {
  const href = escaped(`${url}#${repliesId}`);
  return `<link rel="replies" type="text/html" href="${href}" thr:count="${count}"/>${element("thr:total", String(count))}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;
}
