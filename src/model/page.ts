import type { Shelf } from "./catalogue.ts";
import type { Entry } from "./post.ts";

/** Every kind of page we make. */
export type PageKind =
  | "home"
  | "posts"
  | "article"
  | "standing"
  | "categories"
  | "category"
  | "tags"
  | "tag"
  | "series-index"
  | "series"
  | "archive"
  | "archive-year"
  | "subscribe"
  /** A page of the owner's own, in `src/pages`. */
  | "own"
  | "not-found";

/** One page before any markup: what its head, its layout and the map need to know. */
export interface Page {
  readonly kind: PageKind;
  /** Site-relative, decoded, NFC, begins and ends in `/`. */
  readonly path: string;
  /** Plain text for h1; `<title>` adds the site's name. */
  readonly title: string;
  readonly description: string;
  /** The post or standing page it shows. */
  readonly entry?: Entry;
  /** The category, tag or series it lists. */
  readonly shelf?: Shelf;
  /** The year of an archive page; absent there for posts without a date. */
  readonly year?: number | undefined;
  /** 1-based position in a paged list. */
  readonly number?: number;
  readonly count?: number;
  /** Neither engines nor the map list it. */
  readonly noindex?: boolean | undefined;
}
