import { getRssString } from "@astrojs/rss";
import { escaped, tag } from "#model/escape.ts";
import { repliesId } from "#model/replies.ts";
import { dayInWords } from "#text/interface.ts";
import type { Feed, ItemBody } from "./feed.ts";
import { type FeedFormat, feedFormats } from "./feed-address.ts";
import type { FeedItem } from "./feed-item.ts";

/** `h:` is for what browsers show as in a page, which feed readers pass over. */
const rssNamespaces = {
  // The library declares it only where some body is not empty.
  content: "http://purl.org/rss/1.0/modules/content/",
  atom: "http://www.w3.org/2005/Atom",
  dc: "http://purl.org/dc/elements/1.1/",
  h: "http://www.w3.org/1999/xhtml",
  fh: "http://purl.org/syndication/history/1.0",
  media: "http://search.yahoo.com/mrss/",
  slash: "http://purl.org/rss/1.0/modules/slash/",
};
const atomNamespaces =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"' +
  ' xmlns:thr="http://purl.org/syndication/thread/1.0"';

/** A feed whose items have their bodies. */
type WholeFeed = Omit<Feed, "items"> & { readonly items: readonly WholeItem[] };
type WholeItem = FeedItem & { readonly html: string };

/** A feed in a format, with full text. */
export async function feedText(format: FeedFormat, feed: Feed, bodyOf: ItemBody): Promise<string> {
  const whole = async (item: FeedItem) => ({ ...item, html: await bodyOf(item) });
  return writers[format]({ ...feed, items: await Promise.all(feed.items.map(whole)) });
}

const writers = { rss, atom, json: jsonFeed };

/**
 * A feed as RSS 2.0, to be shown in browsers by its style sheet. The library writes what it can write
 * plainly; ids, dates and names are written here, since its `customData` trims texts and reads `007` as a number.
 */
async function rss(feed: WholeFeed): Promise<string> {
  const written = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    items: feed.items.map(({ title, summary, html, labels }) => ({
      title,
      // Readers take it for HTML, browsers show it as it stands: no more is escaped than HTML needs.
      description: summary.replaceAll(/&(?=#|[a-z]{2})|</giu, (sign) => escaped(sign)),
      content: html,
      categories: [...labels],
    })),
    xmlns: rssNamespaces,
  });
  // Texts are escaped, so these tags are the document's own.
  const [channel = "", ...ends] = written
    .replace(/^<\?xml.*?\?>/u, () => prolog(feed))
    .replace("</link>", () => `</link>${rssChannel(feed)}`)
    .split("</item>");
  const items = feed.items.map((item, at) => `${rssItem(item, feed)}</item>${ends[at] ?? ""}`);
  return `${channel}${items.join("")}\n`;
}

function rssChannel(feed: Feed): string {
  const { previous, next, current } = feed.archive;
  const link = (rel: string, href: string) => empty("atom:link", { rel, type: feedFormats.rss.type, href });
  return [
    viewport + shownLink(feed.home, feed.title),
    element("language", feed.language),
    element("copyright", feed.rights),
    element("lastBuildDate", rssDate(feed.updated)),
    element("generator", "Seogo"),
    link("self", feed.self.rss),
    current === undefined ? "" : `<fh:archive/>${link("current", current)}`,
    previous === undefined ? "" : link("prev-archive", previous),
    next === undefined ? "" : link("next-archive", next),
  ].join("");
}

function rssItem(item: FeedItem, feed: Feed): string {
  return [
    element("link", item.url),
    `<guid isPermaLink="false">${escaped(item.id)}</guid>`,
    element("pubDate", rssDate(item.published?.iso ?? item.updated)),
    element("atom:updated", item.updated),
    element("dc:creator", item.author),
    shownItem(item, feed),
    item.replies === undefined
      ? ""
      : element("comments", `${item.url}#${repliesId}`) + element("slash:comments", String(item.replies)),
    item.enclosure && empty("enclosure", { url: item.enclosure.url, ...item.enclosure.is }),
    item.image && empty("media:content", { url: item.image, medium: "image" }),
  ].join("");
}

/** An instant for RSS (RFC 822 as RSS 2.0 uses it) in its author's zone: `Mon, 01 Jun 2020 10:00:00 +0900`. */
function rssDate(iso: string): string {
  const offset = iso.slice(19).replace(":", "");
  return new Date(`${iso.slice(0, 19)}Z`).toUTCString().replace("GMT", offset);
}

/** A feed as Atom 1.0 (RFC 4287), to be shown in browsers by its style sheet. */
function atom(feed: WholeFeed): string {
  return [
    `${prolog(feed)}<feed ${atomNamespaces} xml:lang="${feed.language}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.description),
    element("updated", feed.updated),
    `<author>${element("name", feed.author.name)}${element("uri", feed.author.url)}</author>`,
    element("rights", feed.rights),
    element("generator", "Seogo"),
    empty("link", { rel: "self", type: feedFormats.atom.type, href: feed.self.atom }),
    empty("link", { rel: "alternate", type: "text/html", href: feed.home }),
    viewport + shownLink(feed.home, feed.title),
    ...feed.items.map((item) => atomEntry(item, feed)),
    "</feed>\n",
  ].join("\n");
}

function atomEntry(item: WholeItem, feed: Feed): string {
  const language = item.language === feed.language ? "" : ` xml:lang="${escaped(item.language)}"`;
  return [
    `<entry${language}>`,
    element("id", item.iri),
    element("title", item.title),
    empty("link", { rel: "alternate", type: "text/html", href: item.url }),
    item.replies === undefined ? "" : atomReplies(item.url, item.replies),
    item.enclosure && empty("link", { rel: "enclosure", href: item.enclosure.url, ...item.enclosure.is }),
    item.published ? element("published", item.published.iso) : "",
    element("updated", item.updated),
    item.author === feed.author.name ? "" : `<author>${element("name", item.author)}</author>`,
    ...item.labels.map((label) => `<category term="${escaped(label)}"/>`),
    element("summary", item.summary),
    `<content type="html">${escaped(item.html)}</content>`,
    shownItem(item, feed),
    "</entry>",
  ].join("");
}

/** The Atom Threading Extensions (RFC 4685). */
function atomReplies(url: string, count: number): string {
  const href = escaped(`${url}#${repliesId}`);
  return `<link rel="replies" type="text/html" href="${href}" thr:count="${count}"/>${element("thr:total", String(count))}`;
}

/** A feed as JSON Feed 1.1. */
function jsonFeed(feed: WholeFeed): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self.json,
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      image: item.image,
      attachments: item.enclosure && [attachment(item.enclosure)],
      date_published: item.published?.iso ?? item.updated,
      date_modified: item.modified?.iso,
      authors: [item.author === feed.author.name ? feed.author : { name: item.author }],
      tags: item.labels.length > 0 ? item.labels : undefined,
      language: item.language === feed.language ? undefined : item.language,
    })),
  })}\n`;
}

function attachment({ url, is }: NonNullable<FeedItem["enclosure"]>) {
  return { url, mime_type: is.type, size_in_bytes: Number(is.length) };
}

function prolog({ style }: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="${escaped(style)}" type="text/css"?>\n`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function empty(name: string, attributes: Parameters<typeof tag>[1]): string {
  return tag(name, attributes).replace(/>$/u, "/>");
}

/** What a browser shows for a post, which CSS alone cannot make: its title as a link and its day in words. */
function shownItem({ url, title, published }: FeedItem, { language }: Feed): string {
  const day = published && dayInWords(language, published.day);
  return `${shownLink(url, title)}${day === undefined ? "" : `<h:time>${day}</h:time>`}`;
}

/** Without it phones show a feed in tiny letters; in a `div`, since the W3C's validator takes a feed's `meta` for robots. */
const viewport = '<h:div><h:meta name="viewport" content="width=device-width"/></h:div>';

function shownLink(url: string, words: string): string {
  return `<h:a href="${escaped(url)}">${escaped(words)}</h:a>`;
}
