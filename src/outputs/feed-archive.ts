import { url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Entry } from "#model/post.ts";
import { feedArchivePath } from "./feed-address.ts";

/** A document's place in the full archive (RFC 5005 §4): documents with older and newer posts; `current` on archive documents only. */
export interface ArchivePlace {
  readonly previous?: string;
  readonly next?: string;
  readonly current?: string;
}

/** The full archive of the whole site's RSS: document 1 holds the oldest posts, so documents never change as posts are added. */
export interface FullArchive {
  /** How many documents there are: none where the feed itself carries every post. */
  readonly count: number;
  readonly address: (number: number) => string;
  readonly posts: (number: number) => readonly Entry[];
  /** Where document `number` stands; `current` is the feed's own address. */
  readonly place: (number: number, current: string) => ArchivePlace;
}

/** The full archive of a catalogue: every full document's worth of posts, counted from the oldest. */
export function fullArchive({ site, posts }: Pick<Catalogue, "site" | "posts">): FullArchive {
  const { feedItems } = site;
  const count = posts.length > feedItems ? Math.floor(posts.length / feedItems) : 0;
  const address = (number: number) => url(site, feedArchivePath(number, site));
  return {
    count,
    address,
    posts: (number) => {
      const end = posts.length - (number - 1) * feedItems;
      return posts.slice(Math.max(0, end - feedItems), end);
    },
    place: (number, current) => ({
      current,
      ...(number > 1 && { previous: address(number - 1) }),
      ...(number < count && { next: address(number + 1) }),
    }),
  };
}
