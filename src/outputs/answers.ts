import { href, url } from "#model/address.ts";
import { authorNamed } from "#model/authors.ts";
import type { Entry } from "#model/post.ts";
import type { Author, Site } from "#model/site.ts";
import { encoded, type ShareLink } from "./share.ts";

/** The links where a post is answered: where it is talked about, else where its author is. */
export function answerLinks(site: Site, entry: Pick<Entry, "path" | "author" | "discussions">): ShareLink[] {
  const known = entry.discussions?.map((href) => ({ label: placeOf(href), href })) ?? [];
  if (known.length > 0) return known;
  const author = authorNamed(site, entry.author ?? site.author.name) ?? site.author;
  const address = decodeURI(url(site, entry.path));
  const to = (who: string) => encoded(`${who.replace(/^@?/u, "@")} ${address}`);
  const [repository, bluesky] = [site.discussions, blueskyAccount(author)];
  const title = encoded(href(site, entry.path).slice(1));
  return [
    ...(repository === undefined
      ? []
      : [`https://github.com/${repository}/discussions/new?category=general&title=${title}&body=${encoded(address)}`]),
    ...(author.fediverse === undefined ? [] : [`https://share.joinmastodon.org/#text=${to(author.fediverse)}`]),
    ...(bluesky === undefined ? [] : [`https://bsky.app/intent/compose?text=${to(bluesky)}`]),
  ].map((href) => ({ label: placeOf(href), href }));
}

/** An author's name on Bluesky, where a profile of theirs says it. */
export function blueskyAccount({ profiles }: Pick<Author, "profiles">): string | undefined {
  return profiles.flatMap(
    ({ url: address }) => /^https:\/\/bsky\.app\/profile\/([^/?#]+)/u.exec(address)?.[1] ?? [],
  )[0];
}

function placeOf(address: string): string {
  const { hostname } = new URL(address);
  if (hostname === "github.com") return "GitHub";
  if (hostname === "bsky.app") return "Bluesky";
  return hostname === "share.joinmastodon.org" ? "Mastodon" : hostname;
}
