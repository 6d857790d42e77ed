import { listPath, pathsOf } from "./address.ts";
import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import type { Instant } from "./instant.ts";
import { onceEach } from "./once.ts";
import type { Page } from "./page.ts";
import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";
import { groupSlug, wordIndex } from "./word-index.ts";

/** A page's place in the site before it has words: what kind it is and what it shows. */
export type Address = Omit<Page, "kind" | "title" | "description" | "about" | "section" | "term"> & {
  readonly kind: Exclude<Page["kind"], "own" | "not-found">;
  readonly term?: TermWithPosts;
  /** When what it shows last changed, from content: absent where nothing it shows has a date. */
  readonly lastmod?: Instant;
};

/** Every page the site has, each address once, in the order a reader would meet them; made once for a catalogue. */
export const addresses: (catalogue: Catalogue) => readonly Address[] = onceEach(addressesOf);

function addressesOf(catalogue: Catalogue): Address[] {
  const { site, posts, pages, categories, tags, series, authors, archive } = catalogue;
  const paths = pathsOf(site);
  const newest = latest(posts);
  const single = (kind: Address["kind"], path: string): Address => ({ kind, path, ...newest });
  return [
    ...paged({ kind: "home", path: paths.home }, posts, catalogue),
    ...paged({ kind: "posts", path: paths.posts }, posts, catalogue),
    ...posts.map((entry): Address => ({ kind: "article", path: entry.path, entry, ...latest([entry]) })),
    ...pages.map((entry): Address => ({ kind: "standing", path: entry.path, entry, ...latest([entry]) })),
    { ...single("categories", paths.categories), noindex: categories.length === 0 },
    ...categories.flatMap((term) => ofTerm(term, catalogue)),
    { ...single("tags", paths.tags), noindex: tags.length === 0 },
    ...tags.flatMap((term) => ofTerm(term, catalogue)),
    { ...single("series-index", paths.series), noindex: series.length === 0 },
    ...series.flatMap((term) => ofTerm(term, catalogue)),
    ...authors.flatMap((term) => ofTerm(term, catalogue)),
    single("archive", paths.archive),
    ...archive.map(({ year, posts: ofYear }): Address => {
      return { kind: "archive-year", path: archivePath(year, site), year, ...latest(ofYear) };
    }),
    ...ofAll(catalogue),
    ...ofIndex(catalogue),
    ...(site.search === "own" && site.prefix === undefined
      ? [{ ...single("search", paths.search), noindex: true }]
      : []),
    single("subscribe", paths.subscribe),
  ];
}

/** `/archive/2026/`, or `/archive/undated/` for posts without a date. */
export function archivePath(year: number | undefined, site: Pick<Site, "prefix">): string {
  return `${pathsOf(site).archive}${year ?? "undated"}/`;
}

/** Beyond so many posts the page of all titles is one for each year, the newest first. */
const mostTitles = 3000;

function ofAll({ site, posts, archive }: Catalogue): Address[] {
  const { all } = pathsOf(site);
  if (posts.length <= mostTitles) return [{ kind: "all", path: all, ...latest(posts) }];
  return archive.map(({ year, posts: ofYear }, index): Address => {
    const path = index === 0 ? all : `${all}${year ?? "undated"}/`;
    return { kind: "all", path, year, ...latest(ofYear) };
  });
}

function ofIndex(catalogue: Catalogue): Address[] {
  const { groups, pages, isSplit } = wordIndex(catalogue);
  const { find } = pathsOf(catalogue.site);
  const of = (path: string): Address => ({ kind: "find", path, ...latest(catalogue.posts) });
  const slugs = isSplit ? groups.map(({ name }) => groupSlug(name)) : [];
  return [
    of(find),
    ...slugs.map((group) => ({ ...of(`${find}${group}/`), group })),
    // Engines have the tags; that many more lists would tell them nothing.
    ...pages.map((term): Address => {
      return { kind: "word", path: term.path, term, noindex: true, ...latest(term.posts) };
    }),
  ];
}

function ofTerm(term: TermWithPosts, catalogue: Catalogue): Address[] {
  return paged({ kind: term.kind, path: term.path, term }, term.posts, catalogue);
}

function paged(first: Address, posts: readonly Entry[], { site }: Catalogue): Address[] {
  const count = Math.max(1, Math.ceil(posts.length / site.postsPerPage));
  const lastmod = latest(posts);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return { ...first, path: listPath(first.path, number), number, count, ...lastmod };
  });
}

function latest(entries: readonly Entry[]): { lastmod?: Instant } {
  let newest: Instant | undefined;
  for (const { date, updated } of entries) {
    const own = updated ?? date;
    if (own && (newest === undefined || own.epochMs > newest.epochMs)) newest = own;
  }
  return newest ? { lastmod: newest } : {};
}
