import type { Address } from "#model/addresses.ts";
import { onceEach } from "#model/once.ts";
import { listed } from "#model/page.ts";
import { type PostLine, serialOf } from "#model/post-line.ts";
import type { Heading } from "#model/post.ts";
import { byInitial } from "#model/term-groups.ts";
import { groupSlug, wordIndex } from "#model/word-index.ts";
import { interfaceText } from "#text/interface.ts";
import type { Library } from "./library.ts";

/**
 * What layouts are given of the pages at addresses, beside what all are given and an entry's body. A page's key is the
 * digest of these props: they hold no more than a layout shows, and a layout can show nothing that they do not hold.
 */

/** Of a post or a standing page; throws for an address of another kind. */
export function entryProps({ neighbours, line }: Library, { entry, path }: Address) {
  if (!entry) throw new Error(`No entry at ${path}`);
  const { previous, next, related = [], categories = [], tags = [], series } = neighbours(entry) ?? {};
  return {
    entry,
    previous: previous && line(previous),
    next: next && line(next),
    related: related.map(line),
    categories: categories.map(listed),
    tags: tags.map(listed),
    series: series && serialOf(series, entry),
  };
}

/** Of all posts, or those of a category, tag or series. */
export function listProps({ catalogue, line }: Library, { term, number = 1 }: Address) {
  const all = term?.posts ?? catalogue.posts;
  const { postsPerPage } = catalogue.site;
  const sections = term?.sections;
  const posts = sections
    ? all.map((post) => sectionLine(line(post), sections.get(post)))
    : all.slice((number - 1) * postsPerPage, number * postsPerPage).map(line);
  return { posts, total: all.length };
}

/** By line, the lines made of it: a key is made of each object once, and words share posts. */
const sectionLines = onceEach((_: PostLine) => new Map<Heading | undefined, PostLine>());

/** A line that leads to a section of a post and names it below the title; without a section it says no more than the title. */
function sectionLine(post: PostLine, section: Heading | undefined): PostLine {
  const known = sectionLines(post);
  const path = section ? `${post.path}#${section.id}` : post.path;
  const line = known.get(section) ?? { ...post, path, summary: section?.text ?? "" };
  known.set(section, line);
  return line;
}

/** Of the page with all titles, or one of its years. */
export function allProps({ addresses, catalogue, line }: Library, address: Address) {
  const years = addresses.filter(({ kind }) => kind === "all");
  const isSplit = years.length > 1;
  const ofYear = catalogue.archive.find(({ year }) => year === address.year)?.posts ?? [];
  const posts = isSplit ? ofYear : catalogue.posts;
  return {
    posts: posts.map(line),
    total: posts.length,
    years: isSplit ? years.map(({ year, path }) => ({ year, path })) : [],
  };
}

/** Of the index, or the part of it at the address; no groups where it leads to its parts. */
export function findProps({ catalogue }: Library, { group }: Address) {
  const { groups, isSplit } = wordIndex(catalogue);
  return {
    names: groups.map(({ name }) => name),
    isSplit,
    groups: groups.filter(({ name }) => !isSplit || groupSlug(name) === group),
  };
}

/** Of the home page, and of those that go on with its list. */
export function homeProps(library: Library, address: Address) {
  const { catalogue, line } = library;
  const isFirst = address.number === 1;
  const featured = isFirst ? catalogue.posts.find((post) => post.featured) : undefined;
  return {
    posts: listProps(library, address).posts,
    featured: featured && line(featured),
    categories: isFirst ? catalogue.categories.map(listed) : [],
  };
}

/** Of the archive, all of it or one year. */
export function archiveProps({ catalogue, line }: Library, address: Address) {
  const shown = catalogue.archive.filter(({ year }) => address.kind === "archive" || year === address.year);
  const archive = shown.map(({ year, posts }) => ({ year, posts: posts.map(line) }));
  return { archive, years: catalogue.archive.map(({ year }) => year) };
}

/** Of the page with all tags, in groups by how they begin. */
export function tagsProps({ catalogue: { site, tags } }: Library) {
  return { groups: byInitial(tags, interfaceText(site).otherTerms) };
}
