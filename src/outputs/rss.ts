import { getRssString } from "@astrojs/rss";
import type { Feed } from "./feed.ts";
import type { FeedItem } from "./feed-item.ts";
import { rssDate } from "./feed-times.ts";
import { shownItem, shownLink, shownNamespace } from "./feed-shown.ts";
import { escaped } from "./safe-text.ts";

/**
 * Stands beside texts that pass through the library's `customData`, which would trim them and read `007` as a number.
 * No feed text holds this noncharacter, so that each one in the result is ours to take out.
 */
const guard = "\uFFFF";
/** The noncharacter that passes through the library in a body's place: it would read every body five times over to escape it. */
const bodysPlace = "\uFFFE";

/** A feed as RSS 2.0 with full text, to be shown in browsers by its style sheet. */
export async function rss(feed: Feed): Promise<string> {
  const written = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    items: feed.items.map((item) => rssItem(item, feed.language)),
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
      ...shownNamespace,
      fh: "http://purl.org/syndication/history/1.0",
      media: "http://search.yahoo.com/mrss/",
    },
    customData: channelData(feed),
  });
  const style = `<?xml-stylesheet href="${escaped(feed.style)}" type="text/css"?>`;
  return `${withBodies(written.replaceAll(guard, "").replace("?>", `?>\n${style}\n`), feed.items)}\n`;
}

/** Puts the bodies in, one after the other, written as the library writes texts. */
function withBodies(written: string, items: readonly FeedItem[]): string {
  const [before = "", ...parts] = written.split(bodysPlace);
  const bodies = items.flatMap(({ html }) => (html === "" ? [] : [escaped(html).replaceAll("'", "&apos;")]));
  return before + parts.map((part, index) => `${bodies[index]}${part}`).join("");
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

function rssItem(item: FeedItem, language: Feed["language"]) {
  return {
    title: item.title,
    link: item.url,
    description: escaped(item.summary),
    pubDate: new Date(item.published?.epochMs ?? item.updated),
    // The library writes an empty body's element too, but declares its namespace only where some body is not empty.
    ...(item.html !== "" && { content: bodysPlace }),
    categories: [...item.labels],
    // The library would make an address the id, lose the author's zone, and ask for an e-mail address as author.
    customData: [
      `<guid isPermaLink="false">${guard}${escaped(item.id)}${guard}</guid>`,
      element("pubDate", rssDate(item.published?.iso ?? item.updated)),
      element("atom:updated", item.updated),
      element("dc:creator", item.author),
      shownItem(item, language),
      item.image === undefined ? "" : `<media:content url="${escaped(item.image)}" medium="image"/>`,
    ].join(""),
  };
}

function element(name: string, text: string): string {
  return `<${name}>${guard}${escaped(text)}${guard}</${name}>`;
}

function link(rel: string, href: string): string {
  return `<atom:link rel="${rel}" type="application/rss+xml" href="${escaped(href)}"/>`;
}
