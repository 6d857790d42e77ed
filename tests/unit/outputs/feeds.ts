import type { Catalogue } from "#model/catalogue.ts";
import { type Feed, feedMaker, type Subject } from "#outputs/feed.ts";
import { atom, jsonFeed, rss } from "#outputs/feed-formats.ts";

/** A list's feed in its three formats, every body being the one given. */
export async function feedsOf(catalogue: Catalogue, body = "<p>글</p>", subject?: Subject) {
  return written(await feedMaker(catalogue, async () => body).feed(subject));
}

/** A feed document in its three formats. */
export async function written(feed: Feed) {
  return { rss: await rss(feed), atom: atom(feed), json: jsonFeed(feed) };
}
