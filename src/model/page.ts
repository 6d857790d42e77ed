import type { ArchiveYear } from "./archive.ts";
import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import { onceEach } from "./once.ts";
import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";

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
  | "author"
  | "archive"
  | "archive-year"
  | "all"
  /** The index of words, or those of it that begin alike. */
  | "find"
  /** The posts under a word of the index. */
  | "word"
  /** The page that an answerer fills with what it found. */
  | "search"
  | "subscribe"
  /** A page of the owner's own, in `src/pages`. */
  | "own"
  | "not-found";

/** What all pages show around their own part; a catalogue is one. */
export interface Shared extends Pick<Catalogue, "site" | "pictureOrigins" | "preview"> {
  /** The style sheet's paper, where it is known. */
  readonly paper?: { readonly light: string; readonly dark: string } | undefined;
  readonly pages: readonly { readonly path: string; readonly title: string; readonly noindex?: boolean | undefined }[];
  readonly posts: Counted;
  readonly categories: Counted;
  readonly tags: Counted;
  readonly series: Counted;
  /** The newest year is that of the copyright line. */
  readonly archive: readonly Pick<ArchiveYear, "year">[];
}

interface Counted {
  readonly length: number;
}

/** Where a page stands in a language of the site: its translation, or that language's home where it has none. */
export interface InLanguage {
  readonly language: Site["language"];
  readonly path: string;
  readonly isTranslation: boolean;
}

/** A category, tag or series as pages name it. */
export type CountedTerm = Pick<TermWithPosts, "kind" | "label" | "path"> & {
  readonly posts: Counted;
};

/** What pages say of a term, made once: its posts by their number alone. */
export const listed = onceEach(({ kind, label, path, posts: { length } }: CountedTerm): CountedTerm => {
  return { kind, label, path, posts: { length } };
});

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
  /** What engines are told the entry is about; absent where that is the description. */
  readonly about?: string | undefined;
  /** The first category of the entry. */
  readonly section?: CountedTerm | undefined;
  readonly term?: CountedTerm | undefined;
  /** The year of an archive page; absent there for posts without a date. */
  readonly year?: number | undefined;
  /** Which part of the index it is, where that is split; as `groupSlug` names it. */
  readonly group?: string;
  /** 1-based position in a paged list. */
  readonly number?: number;
  readonly count?: number;
  /** Neither engines nor the map list it. */
  readonly noindex?: boolean | undefined;
  /** The same page in every language, the site's own first; absent where there is one alone. */
  readonly languages?: readonly InLanguage[] | undefined;
}

/** No more of a catalogue than all pages show. */
export function sharedOf({ site, pictureOrigins, preview, paper, ...lists }: Shared): Shared {
  const { posts, categories, tags, series } = lists;
  // Every page would be made anew with each tag if all knew how many there are, more than "several".
  const some = ({ length }: Counted) => ({ length: Math.min(length, 2) });
  return {
    site,
    pictureOrigins,
    preview,
    paper,
    pages: lists.pages.map(({ path, title, noindex }) => ({ path, title, noindex })),
    posts: some(posts),
    categories: some(categories),
    tags: some(tags),
    series: some(series),
    archive: lists.archive.slice(0, 1).map(({ year }) => ({ year })),
  };
}
