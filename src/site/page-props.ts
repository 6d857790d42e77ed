import { type Address, onPage } from "#model/addresses.ts";
import { onceEach } from "#model/once.ts";
import type { PostLine } from "#model/post-line.ts";
import type { Heading } from "#model/post.ts";
import { groupSlug, wordIndex } from "#model/word-index.ts";
import type { Head } from "#outputs/head.ts";
import { pageOf } from "#outputs/page-words.ts";
import type { Library } from "./library.ts";

/**
 * What layouts are given of the pages at addresses, but for an entry's body. A page's key is the digest of these props:
 * they hold no more than a layout shows, and a layout can show nothing that they do not hold.
 */

/** Of a post (`around`) or standing page; throws for an address of another kind. */
export function entryProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const page = pageOf(address, catalogue);
  if (!page.entry) throw new Error(`No entry at ${page.path}`);
  const found = library.neighbours(page.entry);
  const { previous, next, related = [], categories = [], tags = [], series } = found ?? {};
  return {
    shared: library.shared,
    page,
    entry: page.entry,
    isPost: found !== undefined,
    previous: previous && line(previous),
    next: next && line(next),
    related: related.map(line),
    categories: categories.map(library.listed),
    tags: tags.map(library.listed),
    series: series && library.serial(series),
  };
}

/** Of all posts, or those of a category, tag or series. */
export function listProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const all = address.term?.posts ?? catalogue.posts;
  const sections = address.term?.sections;
  const posts = sections
    ? all.map((post) => sectionLine(line(post), sections.get(post)))
    : onPage(all, address.number ?? 1, catalogue).map(line);
  return { shared: library.shared, page: pageOf(address, catalogue), posts, total: all.length };
}

/** By line, the lines made of it: a key is made of each object once, and words share posts. */
const sectionLines = onceEach((_: PostLine) => new Map<Heading | undefined, PostLine>());

/** A line that leads to a section of a post and names it below the title; without a section it says no more than the title. */
function sectionLine(post: PostLine, section: Heading | undefined): PostLine {
  const known = sectionLines(post);
  const line = known.get(section) ?? {
    ...post,
    ...(section && { path: `${post.path}#${section.id}` }),
    summary: section?.text ?? "",
  };
  known.set(section, line);
  return line;
}

/** Of the page with all titles, or one of its years. */
export function allProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const years = library.addresses.filter(({ kind }) => kind === "all");
  const isSplit = years.length > 1;
  const ofYear = catalogue.archive.find(({ year }) => year === address.year)?.months ?? [];
  const posts = isSplit ? ofYear.flatMap((month) => month.posts) : catalogue.posts;
  return {
    shared: library.shared,
    page: pageOf(address, catalogue),
    posts: posts.map(line),
    total: posts.length,
    years: isSplit ? years.map(({ year, path }) => ({ year, path })) : [],
  };
}

/** Of the index, or the part of it at the address; undefined `terms` where it leads to its parts. */
export function findProps(library: Library, address: Address) {
  const { catalogue } = library;
  const { groups, isSplit } = wordIndex(catalogue);
  return {
    shared: library.shared,
    page: pageOf(address, catalogue),
    names: groups.map(({ name }) => name),
    isSplit,
    groups: groups.filter(({ name }) => (isSplit ? groupSlug(name) === address.group : true)),
  };
}

/** Of the home page, and of those that go on with its list. */
export function homeProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const first = address.number === 1;
  const featured = first ? catalogue.posts.find((post) => post.featured) : undefined;
  const categories = first ? catalogue.categories.map(library.listed) : [];
  const { total: _, ...list } = listProps(library, address);
  return { ...list, featured: featured && line(featured), categories };
}

/** Of the archive, all of it or one year. */
export function archiveProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const page = pageOf(address, catalogue);
  const shown = catalogue.archive.filter(({ year }) => page.kind === "archive" || year === page.year);
  const archive = shown.map(({ year, months }) => ({
    year,
    months: months.map(({ month, posts }) => ({ month, posts: posts.map(line) })),
  }));
  return { shared: library.shared, page, archive, years: catalogue.archive.map(({ year }) => year) };
}

/** The props of the page at an address, with its head; in dev of the page as it is now, since Astro hands out the address it had before. */
export function withHead<Props extends { readonly page: Parameters<Library["head"]>[0] }>(
  library: Library,
  address: Address,
  props: (library: Library, address: Address) => Props,
): Props & { readonly head: Head } {
  const now = import.meta.env.DEV ? library.addresses.find(({ path }) => path === address.path) : undefined;
  const made = props(library, now ?? address);
  return { ...made, head: library.head(made.page) };
}

/** What the page at an address shows; undefined where that is unknown: what an MDX file imports, all terms at once. */
export function shownAt(library: Library, address: Address): object | undefined {
  if (address.entry) return address.entry.format === "mdx" ? undefined : entryProps(library, address);
  if (address.kind === "all") return allProps(library, address);
  if (address.kind === "find") return findProps(library, address);
  if (address.kind === "home") return homeProps(library, address);
  if (address.kind === "archive" || address.kind === "archive-year") return archiveProps(library, address);
  return address.kind === "posts" || address.term ? listProps(library, address) : undefined;
}
