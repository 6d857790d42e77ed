import { href, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import { shortHash } from "#model/digest.ts";
import { escaped } from "#model/escape.ts";
import type { Instant } from "#model/instant.ts";
import { mediaTypeOf } from "#model/media.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { feedHtml } from "./feed-html.ts";
import { safeLine } from "./safe-text.ts";
import { shareImage } from "./share-image.ts";

/** One post as all three formats tell it, without its body; plain data. */
export type FeedItem = ReturnType<typeof feedItem>;

/** A post's feed item; every text is safe for XML, every address absolute and encoded. */
export function feedItem(
  entry: Entry,
  site: Site,
  { updated, isCarried }: { readonly updated: string; readonly isCarried: boolean },
) {
  const address = url(site, entry.path);
  // What it was before it was imported, else its source file.
  const id = safeLine(entry.feedId ?? "") || tagUri(site, `${entry.kind}s/${entry.id}`);
  const isIri = /^(?:https?:\/\/[^\s]+|urn:[^\s]+|tag:[^\s]+)$/iu.test(id) && URL.canParse(id);
  return {
    /** The same wherever its page moves. */
    id,
    /** The same id as the absolute IRI that Atom asks for (RFC 4287 §4.2.6). */
    iri: isIri ? encodeURI(id).replaceAll("%25", "%") : tagUri(site, id),
    url: address,
    /** Plain text, as the summary. */
    title: safeLine(entry.title) || address,
    summary: safeLine(entry.summary) || safeLine(entry.title) || address,
    /** Of its body in the store. */
    digest: entry.digest,
    format: entry.format,
    /** Whether the feed of a list carries it, not only the archive. */
    isCarried,
    cover: coverOf(entry, site),
    published: entry.date,
    /** Where its author said so. */
    modified: entry.updated,
    /** ISO 8601; stable, and distinct among all posts. */
    updated,
    author: safeLine(entry.author ?? "") || safeLine(site.author.name) || safeLine(site.title),
    language: entry.lang ?? site.language,
    /** Categories, then tags, each once. */
    labels: [...new Set([...entry.categories, ...entry.tags].map(safeLine))].filter((label) => label !== ""),
    image: shareImage(entry, site)?.url,
    enclosure: enclosureOf(entry, site),
    /** How many replies its page shows. */
    replies: entry.replies?.length,
  };
}

/** A tag URI (RFC 4151) below the site's host, minted on its first day; what is not plain ASCII is percent-encoded. */
export function tagUri(site: Site, specific: string): string {
  const name = encodeURIComponent(specific.normalize("NFC").toWellFormed()).replaceAll("%2F", "/");
  return `tag:${new URL(site.address).hostname},${site.since}:${name}`;
}

function coverOf({ image, remoteImage }: Entry, site: Site) {
  if (!image) return remoteImage && { ...remoteImage, width: 0, height: 0 };
  const { alt, width, height } = image;
  return { alt, width, height, url: href(site, image.path) };
}

/** The first sound or film of ours in a post, which programs for podcasts fetch. */
function enclosureOf({ pictures }: Entry, site: Site) {
  const [first] = pictures.flatMap(({ path, bytes }) => {
    const type = mediaTypeOf(path);
    return type === undefined ? [] : [{ url: url(site, path), is: { type, length: String(bytes) } }];
  });
  return first;
}

/** An item's body as feeds carry it, from its rendered HTML. */
export function itemHtml({ url, cover }: FeedItem, html: string): string {
  return feedHtml(withCover(cover, html), url);
}

/** The page shows the cover above the body, so the feed does too, unless the body shows it itself. */
function withCover(cover: FeedItem["cover"], html: string): string {
  if (cover === undefined || html.includes(`src="${escaped(cover.url)}"`)) return html;
  const size = cover.width && cover.height ? ` width="${cover.width}" height="${cover.height}"` : "";
  return `<p><img src="${escaped(cover.url)}" alt="${escaped(cover.alt)}"${size}></p>\n${html}`;
}

/**
 * Atom's `updated` of every post by path: `updated ?? date`, the site's first day for undated posts; never the clock.
 * Where only a day is known, a second of its first hour is taken from the path, so that no two posts share an instant
 * (a validator's warning) and none moves when another is written.
 */
export function updatedTimes({ posts, site }: Catalogue): ReadonlyMap<string, string> {
  // By a second that is taken, the next to try: a thousand posts may share one.
  const after = new Map<number, number>();
  return new Map(
    posts.map((post) => {
      const known = post.updated ?? post.date;
      const start = known?.epochMs ?? Date.parse(`${site.since}T00:00:00Z`);
      let epochMs = start + (known?.hasTime ? 0 : (Number.parseInt(shortHash(post.path), 16) % 3600) * 1000);
      const tried = [epochMs];
      for (let next = after.get(epochMs); next !== undefined; next = after.get(next)) {
        tried.push(next);
        epochMs = next;
      }
      for (const one of tried) after.set(one, epochMs + 1000);
      return [post.path, inZone(epochMs, known)];
    }),
  );
}

function inZone(epochMs: number, known: Instant | undefined): string {
  const zone = /[+-]\d\d:\d\d$/u.exec(known?.iso ?? "")?.[0] ?? "+00:00";
  // The time of the day there is the one in UTC as many hours later.
  const offset = Date.parse("1970-01-01T00:00:00Z") - Date.parse(`1970-01-01T00:00:00${zone}`);
  return new Date(epochMs + offset).toISOString().slice(0, 19) + zone;
}
