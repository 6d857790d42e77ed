import { url } from "#model/address.ts";
import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";

/** Where posts are shared: the begin of the address that the post's own is added to. */
const places = {
  "X (Twitter)": "https://x.com/intent/post?url=",
  Facebook: "https://www.facebook.com/sharer/sharer.php?u=",
  Mastodon: "https://share.joinmastodon.org/#text=",
} as const;

/** A place to share a post at, with the address that does it: plain links, which tell nobody anything before they are followed. */
export interface ShareLink {
  readonly label: string;
  readonly href: string;
}

/** The links that share a post. */
export function shareLinks(site: Site, entry: Pick<Entry, "path" | "title">, mail: string): ShareLink[] {
  const address = encoded(decodeURI(url(site, entry.path)));
  const links = Object.entries(places).map(([label, start]) => ({ label, href: start + address }));
  return [...links, { label: mail, href: `mailto:?subject=${encoded(entry.title)}&body=${address}` }];
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
