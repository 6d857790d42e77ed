import { href, url, pathsOf } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { onceEach } from "#model/once.ts";
import { newestFirst } from "#model/order.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";
import { feedArchivePath, type FeedFormat, feedPath } from "./feed-address.ts";
import { type FeedItem, feedItem, itemHtml, tagUri, updatedTimes } from "./feed-item.ts";
import { fedTerms } from "./feed-lists.ts";
import { safeLine } from "./safe-text.ts";

/** One document of a feed before it is written in a format, without its bodies: plain data, every address absolute and encoded. */
export type Feed = ReturnType<typeof documentOf>;

/** Gives an item's body as feeds carry it. */
export type ItemBody = (item: FeedItem) => Promise<string>;

/** The documents of the full archive (RFC 5005 §4) with older and newer posts; `current` on archive documents only. */
interface ArchivePlace {
  readonly previous?: string;
  readonly next?: string;
  readonly current?: string;
}

/** A list that a feed follows: a category, tag or series. */
export type Subject = Pick<Catalogue["tags"][number], "path" | "label" | "posts">;

/** Bodies of items from what `bodyHtml` gives, a post's rendered body: fetched and cleaned once, however many feeds carry it. */
export function itemBodies(bodyHtml: ItemBody): ItemBody {
  const known = new Map<string, Promise<string>>();
  return (item) => {
    const made = known.get(item.url) ?? bodyHtml(item).then((html) => itemHtml(item, html));
    // A post that no feed carries stands in one archive document only: keeping it would cost memory for nothing.
    if (item.isCarried) known.set(item.url, made);
    return made;
  };
}

/** The feed maker of a catalogue; `bodyHtml` gives a post's rendered body. */
export function feedMaker(catalogue: Catalogue, bodyHtml: (entry: Entry) => Promise<string>) {
  const { site } = catalogue;
  const times = updatedTimes(catalogue);
  const archive = fullArchive(catalogue);
  const updated = (entry: Entry) => times.get(entry.path) ?? "";
  // A series stands in reading order; its feed brings the newest first like every other.
  const posts = (subject?: Subject) =>
    subject
      ? subject.posts.toSorted(newestFirst).slice(0, site.listFeedItems)
      : catalogue.posts.slice(0, site.feedItems);
  const carried = new Set([undefined, ...fedTerms(catalogue)].flatMap(posts));
  const entries = new WeakMap<FeedItem, Entry>();
  const item = onceEach((entry: Entry) => {
    const made = feedItem(entry, site, { updated: updated(entry), isCarried: carried.has(entry) });
    entries.set(made, entry);
    return made;
  });
  const body = itemBodies((one) => bodyHtml(entries.get(one) as Entry));
  const feedOf = (of: readonly Entry[], subject?: Subject) => documentOf(site, of.map(item), subject);
  return {
    /** One post's body as feeds carry it. */
    bodyOf: (entry: Entry) => body(item(entry)),
    body,
    /** When feeds say an entry was last updated, ISO 8601. */
    updated,
    /** The posts that the feed of a list carries, newest first. */
    posts,
    /** The full archive: how many documents it has, and the posts of each. */
    archive,
    /** The newest posts of a list, by default of the whole site. */
    feed: (subject?: Subject): Feed => {
      const feed = feedOf(posts(subject), subject);
      const leads = subject === undefined && archive.count > 0;
      return leads ? { ...feed, archive: { previous: archiveUrl(site, archive.count) } } : feed;
    },
    /** Document `number` of the full archive. */
    archived: (number: number): Feed => {
      const feed = feedOf(archive.posts(number));
      return {
        ...feed,
        title: outputText(site.language).archiveOf(feed.title, number),
        self: { ...feed.self, rss: archiveUrl(site, number) },
        archive: {
          current: feed.self.rss,
          ...(number > 1 && { previous: archiveUrl(site, number - 1) }),
          ...(number < archive.count && { next: archiveUrl(site, number + 1) }),
        },
      };
    },
  };
}

/** Every full document's worth of posts: document 1 holds the oldest, so that none changes as posts are added; none where the feed itself carries every post. */
function fullArchive({ site: { feedItems }, posts }: Catalogue) {
  return {
    count: posts.length > feedItems ? Math.floor(posts.length / feedItems) : 0,
    posts: (number: number): readonly Entry[] => {
      const end = posts.length - (number - 1) * feedItems;
      return posts.slice(Math.max(0, end - feedItems), end);
    },
  };
}

function archiveUrl(site: Site, number: number): string {
  return url(site, feedArchivePath(number, site));
}

function documentOf(site: Site, items: readonly FeedItem[], subject: Subject | undefined) {
  const path = subject?.path ?? pathsOf(site).home;
  const address = (format: FeedFormat) => url(site, feedPath(path, format));
  const title = subject ? `${subject.label} · ${site.title}` : site.title;
  const [latest] = items.map(({ updated }) => updated).sort((a, b) => Date.parse(b) - Date.parse(a));
  return {
    /** IRI for Atom, shared by all documents of a feed. */
    id: tagUri(site, `feed${path}`),
    /** The list it follows. */
    home: url(site, path),
    title: safeLine(title),
    description: safeLine(subject ? `${title}: ${site.description}` : site.description),
    language: site.language,
    author: { name: safeLine(site.author.name), url: site.author.url ?? url(site, pathsOf(site).home) },
    rights: safeLine(site.license ? `${site.license.name} ${site.license.url}` : `© ${site.author.name}`),
    /** The latest `updated` of its items, ISO 8601; the site's first day where it has none. */
    updated: latest ?? `${site.since}T00:00:00+00:00`,
    items,
    self: { rss: address("rss"), atom: address("atom"), json: address("json") },
    /** Its style sheet's address from the root, so that the feed has its style wherever the site stands. */
    style: href(site, `${site.prefix ?? ""}/feed.css`),
    archive: {} as ArchivePlace,
  };
}
