import type { Entry, Term } from "./post.ts";
import type { Site } from "./site.ts";

/** A category, tag or series with its posts in list order (a series: in reading order). */
export interface Shelf extends Term {
  readonly kind: "category" | "tag" | "series";
  readonly posts: readonly Entry[];
}

/** One year of the archive; `year` is undefined for posts without a date, which stand last. */
export interface ArchiveYear {
  readonly year: number | undefined;
  readonly months: readonly { readonly month: number | undefined; readonly posts: readonly Entry[] }[];
}

/** Everything published, sorted once; pages, feeds, map and guards all ask this. */
export interface Catalogue {
  readonly site: Site;
  /** Milliseconds since the epoch at which the site is made. */
  readonly now: number;
  /** Newest first, undated last, ties by path in code point order. */
  readonly posts: readonly Entry[];
  readonly pages: readonly Entry[];
  readonly categories: readonly Shelf[];
  readonly tags: readonly Shelf[];
  readonly series: readonly Shelf[];
  readonly archive: readonly ArchiveYear[];
  /** By path, what search engines are told an entry is about; no two alike (made by `descriptionsOf`). */
  readonly descriptions: ReadonlyMap<string, string>;
}
