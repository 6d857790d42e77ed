import { href, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Instant } from "#model/instant.ts";
import type { Entry } from "#model/post.ts";
import { feedHtml } from "./feed-html.ts";
import { itemId } from "./feed-ids.ts";
import { escaped } from "#model/escape.ts";
import { safeLine } from "./safe-text.ts";
import { shareImage } from "./share-image.ts";

/** One post as all three formats tell it; every text is safe for XML, every address absolute and encoded. */
export interface FeedItem {
  readonly id: string;
  readonly url: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** The whole body. */
  readonly html: string;
  readonly published?: Instant;
  /** Where its author said so. */
  readonly modified?: Instant;
  /** ISO 8601; stable, and distinct among all posts. */
  readonly updated: string;
  readonly author: string;
  readonly language: string;
  /** Categories, then tags, each once. */
  readonly labels: readonly string[];
  readonly image?: string;
  /** How many replies its page shows; absent where none. */
  readonly replies?: number;
}

/** A post's feed item from its rendered body and its `updated` time. */
export function feedItem(
  entry: Entry,
  { site }: Pick<Catalogue, "site">,
  body: { readonly html: string; readonly updated: string },
): FeedItem {
  const image = shareImage(entry, site);
  const address = url(site, entry.path);
  return {
    id: itemId(entry, site),
    url: address,
    title: safeLine(entry.title) || address,
    summary: safeLine(entry.summary) || safeLine(entry.title) || address,
    html: feedHtml(
      withCover(entry, body.html, (path) => href(site, path)),
      address,
    ),
    ...(entry.date && { published: entry.date }),
    ...(entry.updated && { modified: entry.updated }),
    updated: body.updated,
    author: safeLine(entry.author ?? "") || safeLine(site.author.name) || safeLine(site.title),
    language: entry.lang ?? site.language,
    labels: [...new Set([...entry.categories, ...entry.tags].map(safeLine))].filter((label) => label !== ""),
    ...(image && { image: image.url }),
    ...(entry.replies && { replies: entry.replies.length }),
  };
}

/** The page shows the cover above the body, so the feed does too, unless the body shows it itself. */
function withCover({ image, remoteImage }: Entry, html: string, print: (path: string) => string): string {
  const cover = image ? { ...image, url: print(image.path) } : remoteImage && { ...remoteImage, width: 0, height: 0 };
  if (cover === undefined || html.includes(`src="${escaped(cover.url)}"`)) return html;
  const size = cover.width && cover.height ? ` width="${cover.width}" height="${cover.height}"` : "";
  return `<p><img src="${escaped(cover.url)}" alt="${escaped(cover.alt)}"${size}></p>\n${html}`;
}
