import { type ArchiveYear, yearsOf } from "./archive.ts";
import { authorTerms } from "./authors.ts";
import { byCodePoint, inReadingOrder, newestFirst } from "./order.ts";
import type { InLanguage } from "./page.ts";
import { type Entry, type Heading, isPublished, type Term } from "./post.ts";
import { pictureOrigins } from "./remote-pictures.ts";
import type { Site } from "./site.ts";
import { joinTerms, type TermKind } from "./taxonomy.ts";

/** A category, tag, series, author or word of the index with its posts in list order (a series: in reading order). */
export interface TermWithPosts extends Term {
  readonly kind: TermKind | "author" | "word";
  readonly posts: readonly Entry[];
  /** Of a word: the sections of posts that speak of it. */
  readonly sections?: ReadonlyMap<Entry, Heading>;
}

/** Everything published, sorted once; pages, feeds, map and guards all ask this. */
export interface Catalogue {
  readonly site: Site;
  /** Milliseconds since the epoch at which the site is made. */
  readonly now: number;
  /** Whether an author looks at it in the dev server: drafts and scheduled posts stand in it too. */
  readonly preview: boolean;
  /** Newest first, undated last, ties by path in code point order. */
  readonly posts: readonly Entry[];
  readonly pages: readonly Entry[];
  /** Most posts first, ties by label in code point order; tags and series likewise. */
  readonly categories: readonly TermWithPosts[];
  readonly tags: readonly TermWithPosts[];
  readonly series: readonly TermWithPosts[];
  /** Those of the settings, in their order. */
  readonly authors: readonly TermWithPosts[];
  readonly archive: readonly ArchiveYear[];
  /** Origins of all remote pictures, for the policy that every page states. */
  readonly pictureOrigins: readonly string[];
  /** Where the page at a path stands in each language of the site; absent where there is one alone. */
  readonly languagesOf?: (path: string) => readonly InLanguage[];
}

/** How a catalogue is made: `preview` shows drafts and scheduled posts too. */
export interface CatalogueOptions {
  readonly site: Site;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly preview?: boolean;
}

/** Sorts and groups all that readers may see; cost n log n. */
export function catalogueOf(entries: readonly Entry[], { site, now, preview = false }: CatalogueOptions): Catalogue {
  const isShown = (entry: Entry) => isPublished(entry, now);
  // Those that only wait for their day say so.
  const seen = (entry: Entry) => (entry.draft || isShown(entry) ? entry : { ...entry, scheduled: true });
  const shown = (preview ? entries.map(seen) : entries.filter(isShown)).sort(newestFirst);
  const posts = shown.filter(({ kind }) => kind === "post");
  const pages = shown.filter(({ kind }) => kind === "page");
  const from = { posts, site };
  const series = terms("series", from, (post) => (post.series === undefined ? [] : [post.series]));
  return {
    site,
    now,
    preview,
    posts,
    pages,
    categories: terms("category", from, (post) => post.categories),
    tags: terms("tag", from, (post) => post.tags),
    series: series.map((term) => ({ ...term, posts: term.posts.toSorted(inReadingOrder) })),
    authors: authorTerms(posts, site),
    archive: yearsOf(posts),
    pictureOrigins: pictureOrigins(shown, site),
  };
}

function terms(
  kind: TermKind,
  { posts, site }: { readonly posts: readonly Entry[]; readonly site: Site },
  labelsOf: (post: Entry) => readonly string[],
): TermWithPosts[] {
  const uses = posts.flatMap((post) => labelsOf(post).map((label) => ({ label, file: post.file, post })));
  const { terms: joined } = joinTerms(kind, uses);
  return [...Map.groupBy(uses, ({ label }) => joined.get(label))]
    .flatMap(([term, own]): TermWithPosts[] => {
      const path = `${site.prefix ?? ""}${term?.path}`;
      return term ? [{ ...term, kind, path, posts: [...new Set(own.map(({ post }) => post))] }] : [];
    })
    .sort((a, b) => b.posts.length - a.posts.length || byCodePoint(a.path, b.path));
}
