import { getRssString } from "@astrojs/rss";
import type { Feed } from "./feed.ts";
import type { FeedItem } from "./feed-item.ts";
import { rssDate } from "./feed-times.ts";
import { shownItem, shownLink, shownNamespace } from "./feed-shown.ts";
import { escaped } from "#model/escape.ts";
import { repliesId } from "#model/replies.ts";

/**
 * A feed as RSS 2.0 with full text, to be shown in browsers by its style sheet. The library writes what it can write
 * plainly; ids, dates and names are written here, since its `customData` trims texts and reads `007` as a number.
 */
export async function rss(feed: Feed): Promise<string> {
  const written = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    items: feed.items.map((item) => ({
      title: item.title,
      description: escaped(item.summary),
      content: item.html,
      categories: [...item.labels],
    })),
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      // The library declares it only where some body is not empty.
      content: "http://purl.org/rss/1.0/modules/content/",
      dc: "http://purl.org/dc/elements/1.1/",
      ...shownNamespace,
      fh: "http://purl.org/syndication/history/1.0",
      media: "http://search.yahoo.com/mrss/",
      slash: "http://purl.org/rss/1.0/modules/slash/",
    },
  });
  // Texts are escaped, so these tags are the document's own.
  const [channel = "", ...ends] = written
    .replace("?>", () => `?>\n<?xml-stylesheet href="${escaped(feed.style)}" type="text/css"?>\n`)
    .replace("</link>", () => `</link>${channelData(feed)}`)
    .split("</item>");
  const items = feed.items.map((item, index) => `${itemData(item, feed.language)}</item>${ends[index]}`);
  return `${[channel, ...items].join("")}\n`;
}

function channelData(feed: Feed): string {
  const { previous, next, current } = feed.archive;
  return [
    shownLink(feed.home, feed.title),
    element("language", feed.language),
    element("copyright", feed.rights),
    element("lastBuildDate", rssDate(feed.updated)),
    element("generator", "Seogo"),
    link("self", feed.self("rss")),
    current === undefined ? "" : `<fh:archive/>${link("current", current)}`,
    previous === undefined ? "" : link("prev-archive", previous),
    next === undefined ? "" : link("next-archive", next),
  ].join("");
}

function itemData(item: FeedItem, language: Feed["language"]): string {
  return [
    element("link", item.url),
    `<guid isPermaLink="false">${escaped(item.id)}</guid>`,
    element("pubDate", rssDate(item.published?.iso ?? item.updated)),
    element("atom:updated", item.updated),
    element("dc:creator", item.author),
    shownItem(item, language),
    item.replies === undefined
      ? ""
      : element("comments", `${item.url}#${repliesId}`) + element("slash:comments", String(item.replies)),
    item.image === undefined ? "" : `<media:content url="${escaped(item.image)}" medium="image"/>`,
  ].join("");
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, href: string): string {
  return `<atom:link rel="${rel}" type="application/rss+xml" href="${escaped(href)}"/>`;
}
