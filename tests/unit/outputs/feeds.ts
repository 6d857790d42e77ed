import type { Catalogue } from "#model/catalogue.ts";
import { type Feed, feedMaker, type ItemBody, type Subject } from "#outputs/feed.ts";
import { feedText } from "#outputs/feed-formats.ts";

/** A list's feed in its three formats, every body being the one given. */
export async function feedsOf(catalogue: Catalogue, body = "<p>글</p>", subject?: Subject) {
  const maker = feedMaker(catalogue, async () => body);
  return written(maker.feed(subject), maker.body);
}

/** A feed document in its three formats. */
export async function written(feed: Feed, body: ItemBody) {
  return {
    rss: await feedText("rss", feed, body),
    atom: await feedText("atom", feed, body),
    json: await feedText("json", feed, body),
  };
}
