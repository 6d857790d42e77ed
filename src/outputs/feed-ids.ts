import type { Entry } from "#model/post.ts";
import type { Site } from "#model/site.ts";
import { safeLine } from "./safe-text.ts";

/**
 * A post's id in RSS and JSON Feed, the same wherever its page moves: what it was before it was imported, else a tag
 * URI (RFC 4151) of its source file, minted on the site's first day.
 */
export function itemId(entry: Entry, site: Site): string {
  const before = safeLine(entry.feedId ?? "");
  return before === "" ? tagUri(site, `${entry.kind}s/${entry.id}`) : before;
}

/** The same id as the absolute IRI that Atom asks for (RFC 4287 §4.2.6). */
export function atomId(id: string, site: Site): string {
  return /^(?:https?:\/\/[^\s]+|urn:[^\s]+|tag:[^\s]+)$/iu.test(id) && URL.canParse(id)
    ? encodeURI(id).replaceAll("%25", "%")
    : tagUri(site, id);
}

/** A tag URI below the site's host; what is not plain ASCII is percent-encoded. */
export function tagUri(site: Site, specific: string): string {
  const name = encodeURIComponent(specific.normalize("NFC").toWellFormed()).replaceAll("%2F", "/");
  return `tag:${new URL(site.address).hostname},${site.since}:${name}`;
}
