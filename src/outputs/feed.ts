import { fixedPaths, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";
import { type FeedFormat, feedArchivePath, feedPath } from "./feed-address.ts";
import { tagUri } from "./feed-ids.ts";
import { type FeedItem, feedItem } from "./feed-item.ts";
import { updatedTimes } from "./feed-times.ts";
import { safeLine } from "./safe-text.ts";

/** One document of a feed before it is written in a format; every address is absolute and encoded. */
export interface Feed {
  /** IRI for Atom, shared by all documents of a feed. */
  readonly id: string;
  /** The list it follows. */
  readonly home: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: { readonly name: string; readonly url: string };
  readonly rights: string;
  /** The latest `updated` of its items, ISO 8601; the site's first day where it has none. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
  readonly self: (format: FeedFormat) => string;
  /** Its style sheet's address. */
  readonly style: string;
  /** Its place in the full archive (RFC 5005 §4): documents with older and newer posts; `current` on archive documents only. */
  readonly archive: { readonly previous?: string; readonly next?: string; readonly current?: string };
}

/** A list that a feed follows: a category, tag or series. */
export type Subject = Pick<Catalogue["tags"][number], "path" | "label" | "posts">;

/** Makes the site's feeds; each body is fetched and cleaned once, however many feeds carry it. */
export interface FeedMaker {
  /** One post as feeds carry it. */
  readonly item: (entry: Entry) => Promise<FeedItem>;
  /** When feeds say an entry was last updated, ISO 8601. */
  readonly updated: (entry: Entry) => string;
  /** The posts that the feed of a list carries, newest first. */
  readonly posts: (subject?: Subject) => readonly Entry[];
  /** The posts of an archive document. */
  readonly archivedPosts: (number: number) => readonly Entry[];
  /** The newest posts of a list, by default of the whole site. */
  readonly feed: (subject?: Subject) => Promise<Feed>;
  /** Document `number` of the full archive, in RSS; 1 holds the oldest posts, so documents never change as posts are added. */
  readonly archived: (number: number) => Promise<Feed>;
  /** How many archive documents there are. */
  readonly archives: number;
}

/** The feed maker of a catalogue; `bodyHtml` gives a post's rendered body. */
export function feedMaker(catalogue: Catalogue, bodyHtml: (entry: Entry) => Promise<string>): FeedMaker {
  const { site, posts } = catalogue;
  const times = updatedTimes(catalogue);
  const kept = new WeakMap<Entry, Promise<FeedItem>>();
  const updated = (entry: Entry) => times.get(entry.path) ?? "";
  const make = async (entry: Entry) =>
    feedItem(entry, catalogue, { html: await bodyHtml(entry), updated: updated(entry) });
  const item = (entry: Entry) => {
    const made = kept.get(entry) ?? make(entry);
    kept.set(entry, made);
    return made;
  };
  const archives = posts.length > site.feedItems ? Math.floor(posts.length / site.feedItems) : 0;
  const archiveUrl = (number: number) => url(site, feedArchivePath(number));
  const newest = (subject?: Subject) => {
    if (subject === undefined) return posts.slice(0, site.feedItems);
    return [...subject.posts].sort(newestFirst).slice(0, site.listFeedItems);
  };
  const archivedPosts = (number: number) => {
    const end = posts.length - (number - 1) * site.feedItems;
    return posts.slice(Math.max(0, end - site.feedItems), end);
  };
  return {
    item,
    updated,
    archives,
    posts: newest,
    archivedPosts,
    feed: async (subject) => {
      const feed = feedOf(catalogue, subject, await Promise.all(newest(subject).map(item)));
      return subject !== undefined || archives === 0 ? feed : { ...feed, archive: { previous: archiveUrl(archives) } };
    },
    archived: async (number) => {
      // Not kept: each post stands in one archive document only.
      const feed = feedOf(catalogue, undefined, await Promise.all(archivedPosts(number).map(make)));
      return {
        ...feed,
        title: outputText(site.language).archiveOf(feed.title, number),
        self: (format) => (format === "rss" ? archiveUrl(number) : feed.self(format)),
        archive: {
          current: feed.self("rss"),
          ...(number > 1 && { previous: archiveUrl(number - 1) }),
          ...(number < archives && { next: archiveUrl(number + 1) }),
        },
      };
    },
  };
}

function feedOf({ site }: Catalogue, subject: Subject | undefined, items: readonly FeedItem[]): Feed {
  const path = subject?.path ?? fixedPaths.home;
  const title = subject ? outputText(site.language).feedOf(subject.label, site.title) : site.title;
  const latest = items.reduce(
    (newest, { updated }) => (newest === "" || Date.parse(updated) > Date.parse(newest) ? updated : newest),
    "",
  );
  return {
    id: tagUri(site, `feed${path}`),
    home: url(site, path),
    title: safeLine(title),
    description: safeLine(subject ? `${title}: ${site.description}` : site.description),
    language: site.language,
    author: { name: safeLine(site.author.name), url: site.author.url ?? url(site, fixedPaths.home) },
    rights: safeLine(`${site.license.name} ${site.license.url}`),
    updated: latest || `${site.since}T00:00:00+00:00`,
    items,
    self: (format) => url(site, feedPath(path, format)),
    style: url(site, "/feed.css"),
    archive: {},
  };
}
