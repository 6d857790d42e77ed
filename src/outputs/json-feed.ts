import type { Feed } from "./feed.ts";
import type { FeedItem } from "./feed-item.ts";

/** A feed as JSON Feed 1.1 with full text. */
export function jsonFeed(feed: Feed): string {
  const { name, url } = feed.author;
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self("json"),
    description: feed.description,
    language: feed.language,
    authors: [{ name, url }],
    items: feed.items.map((item) => jsonItem(item, feed)),
  })}\n`;
}

function jsonItem(item: FeedItem, feed: Feed) {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.html,
    summary: item.summary,
    ...(item.image && { image: item.image }),
    date_published: item.published?.iso ?? item.updated,
    ...(item.modified && { date_modified: item.modified.iso }),
    authors: [{ name: item.author, ...(item.author === feed.author.name && { url: feed.author.url }) }],
    ...(item.labels.length > 0 && { tags: item.labels }),
    ...(item.language !== feed.language && { language: item.language }),
  };
}
