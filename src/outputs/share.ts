import { href, url } from "#model/address.ts";
import { authorNamed } from "#model/authors.ts";
import type { Entry } from "#model/post.ts";
import type { Author, Site } from "#model/site.ts";

/** Where posts are shared: the begin of the address that the post's own is added to. */
const places = {
  "X (Twitter)": "https://x.com/intent/post?url=",
  Facebook: "https://www.facebook.com/sharer/sharer.php?u=",
  Mastodon: "https://share.joinmastodon.org/#text=",
} as const;

/** A place to share or answer a post at, with the address that does it: plain links, which tell nobody anything before they are followed. */
export interface ShareLink {
  readonly label: string;
  readonly href: string;
}

export function shareLinks(site: Site, entry: Pick<Entry, "path" | "title">, mail: string): ShareLink[] {
  const address = encoded(decodeURI(url(site, entry.path)));
  const links = Object.entries(places).map(([label, start]) => ({ label, href: start + address }));
  return [...links, { label: mail, href: `mailto:?subject=${encoded(entry.title)}&body=${address}` }];
}

/** The links where a post is answered: where it is talked about, else where its author is. */
export function answerLinks(site: Site, entry: Pick<Entry, "path" | "author" | "discussions">): ShareLink[] {
  const { discussions: known = [] } = entry;
  return (known.length > 0 ? known : authorsPlaces(site, entry)).map((href) => ({ label: placeOf(href), href }));
}

function authorsPlaces(site: Site, entry: Pick<Entry, "path" | "author">): string[] {
  const author = authorNamed(site, entry.author) ?? site.author;
  const bluesky = blueskyAccount(author);
  const address = decodeURI(url(site, entry.path));
  const to = (who: string) => encoded(`${who.replace(/^@?/u, "@")} ${address}`);
  const topic = `category=general&title=${encoded(href(site, entry.path).slice(1))}&body=${encoded(address)}`;
  return [
    site.discussions && `https://github.com/${site.discussions}/discussions/new?${topic}`,
    author.fediverse && places.Mastodon + to(author.fediverse),
    bluesky && `https://bsky.app/intent/compose?text=${to(bluesky)}`,
  ].flatMap((link) => link || []);
}

/** An author's name on Bluesky, where a profile of theirs says it. */
export function blueskyAccount({ profiles }: Pick<Author, "profiles">): string | undefined {
  const names = profiles.map((profile) => /^https:\/\/bsky\.app\/profile\/([^/?#]+)/u.exec(profile.url)?.[1]);
  return names.find((name) => name !== undefined);
}

function placeOf(address: string): string {
  const { hostname } = new URL(address);
  if (hostname === "github.com") return "GitHub";
  if (hostname === "bsky.app") return "Bluesky";
  return hostname === "share.joinmastodon.org" ? "Mastodon" : hostname;
}

/** Text in an address: letters stay readable, and browsers encode them. */
export function encoded(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, encodeURIComponent);
}

/** Whether an address is one of a link that shares or answers a post, which no check of dead links need ask. */
export function isShareLink(address: string): boolean {
  if (/^https:\/\/(?:bsky\.app\/intent|github\.com\/[^?]*\/discussions\/new\?)/u.test(address)) return true;
  return Object.values(places).some((start) => address.startsWith(start.replace(/#.*$/u, "")));
}
