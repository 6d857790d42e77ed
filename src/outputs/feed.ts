import { href, url, pathsOf } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";
import { type FeedFormat, feedPath } from "./feed-address.ts";
import { type ArchivePlace, type FullArchive, fullArchive } from "./feed-archive.ts";
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
  readonly language: Site["language"];
  readonly author: { readonly name: string; readonly url: string };
  readonly rights: string;
  /** The latest `updated` of its items, ISO 8601; the site's first day where it has none. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
  readonly self: (format: FeedFormat) => string;
  /** Its style sheet's address from the root, so that the feed has its style wherever the site stands. */
  readonly style: string;
  readonly archive: ArchivePlace;
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
  /** The newest posts of a list, by default of the whole site. */
  readonly feed: (subject?: Subject) => Promise<Feed>;
  readonly archive: FullArchive;
  /** Document `number` of the full archive. */
  readonly archived: (number: number) => Promise<Feed>;
}

/** The feed maker of a catalogue; `bodyHtml` gives a post's rendered body. */
export function feedMaker(catalogue: Catalogue, bodyHtml: (entry: Entry) => Promise<string>): FeedMaker {
  const times = updatedTimes(catalogue);
  const archive = fullArchive(catalogue);
  const cached = new WeakMap<Entry, Promise<FeedItem>>();
  const updated = (entry: Entry) => times.get(entry.path) ?? "";
  const make = async (entry: Entry) =>
    feedItem(entry, catalogue, { html: await bodyHtml(entry), updated: updated(entry) });
  const posts = (subject?: Subject) => newestOf(catalogue, subject);
  const carried = new Set(
    [
      undefined,
      ...catalogue.categories,
      ...(catalogue.site.outputs.tagFeeds ? catalogue.tags : []),
      ...catalogue.series,
      ...catalogue.authors,
    ].flatMap(posts),
  );
  const item = (entry: Entry) => {
    const made = cached.get(entry) ?? make(entry);
    // A post that no feed carries stands in one archive document only: keeping it would cost memory for nothing.
    if (carried.has(entry)) cached.set(entry, made);
    return made;
  };
  return {
    item,
    updated,
    posts,
    archive,
    feed: async (subject) => {
      const feed = feedOf(catalogue, subject, await Promise.all(posts(subject).map(item)));
      const leads = subject === undefined && archive.count > 0;
      return leads ? { ...feed, archive: { previous: archive.address(archive.count) } } : feed;
    },
    archived: async (number) => {
      const feed = feedOf(catalogue, undefined, await Promise.all(archive.posts(number).map(item)));
      return {
        ...feed,
        title: outputText(catalogue.site.language).archiveOf(feed.title, number),
        self: (format) => (format === "rss" ? archive.address(number) : feed.self(format)),
        archive: archive.place(number, feed.self("rss")),
      };
    },
  };
}

/** A series stands in reading order; its feed brings the newest first like every other. */
function newestOf({ site, posts }: Catalogue, subject: Subject | undefined): readonly Entry[] {
  if (subject === undefined) return posts.slice(0, site.feedItems);
  return subject.posts.toSorted(newestFirst).slice(0, site.listFeedItems);
}

function feedOf({ site }: Catalogue, subject: Subject | undefined, items: readonly FeedItem[]): Feed {
  const path = subject?.path ?? pathsOf(site).home;
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
    author: { name: safeLine(site.author.name), url: site.author.url ?? url(site, pathsOf(site).home) },
    rights: safeLine(site.license ? `${site.license.name} ${site.license.url}` : `© ${site.author.name}`),
    updated: latest || `${site.since}T00:00:00+00:00`,
    items,
    self: (format) => url(site, feedPath(path, format)),
    style: href(site, `${site.prefix ?? ""}/feed.css`),
    archive: {},
  };
}
