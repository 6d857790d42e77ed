import type { Catalogue } from "#model/catalogue.ts";
import { atom } from "#outputs/atom.ts";
import { type Feed, feedMaker, type Subject } from "#outputs/feed.ts";
import { jsonFeed } from "#outputs/json-feed.ts";
import { rss } from "#outputs/rss.ts";

/** A list's feed in its three formats, every body being the one given. */
export async function feedsOf(catalogue: Catalogue, body = "<p>글</p>", subject?: Subject) {
  return written(await feedMaker(catalogue, async () => body).feed(subject), catalogue);
}

/** A feed document in its three formats. */
export async function written(feed: Feed, { site }: Catalogue) {
  return { rss: await rss(feed), atom: atom(feed, site), json: jsonFeed(feed) };
}
