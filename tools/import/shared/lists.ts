import { fixedPaths } from "#model/address.ts";
import { termSlug } from "#model/urlize.ts";
import type { ListRedirect, SourcePage } from "./blog.ts";
import { type Data, listOf, valueAt } from "./values.ts";

/** Where a blog had the list of a term, by our kinds of terms. */
type Addresses = Readonly<Record<"categories" | "tags", (label: string) => string>>;

const ours: Addresses = {
  categories: (label) => `${fixedPaths.categories}${termSlug(label)}/`,
  tags: (label) => `${fixedPaths.tags}${termSlug(label)}/`,
};

/** Where the list of a term, and its feed of a name below it (`feed/`), lead with us. */
export function termLists([kind, label]: readonly [keyof Addresses, string], from: string, feed?: string) {
  const to = ours[kind](label);
  const list: ListRedirect = [from, to];
  return feed === undefined ? [list] : [list, [from + feed, `${to}rss.xml`] as const];
}

/** A page's terms of a kind, under whatever key they stand. */
export function termsOf(data: Data, kind: keyof Addresses): string[] {
  const keys = [kind, kind === "tags" ? "tag" : "category", `taxonomies.${kind}`];
  return [...new Set(keys.flatMap((key) => listOf(valueAt(data, key), /,/u)))];
}

/** Where the lists of pages' terms lead with us, by the addresses that they had: without a rule of its own, ours. */
export function listsOfTerms(pages: readonly SourcePage[], addresses = ours): ListRedirect[] {
  return (["categories", "tags"] as const).flatMap((kind) => {
    const labels = new Set(pages.flatMap(({ data }) => termsOf(data, kind)));
    return [...labels].flatMap((label) => termLists([kind, label], addresses[kind](label)));
  });
}

/** Finds the redirects to other addresses, of those to terms the ones that a published page has. */
export function leading(lists: Iterable<ListRedirect>, published: readonly SourcePage[]): ListRedirect[] {
  const open = new Set(listsOfTerms(published).map(([, to]) => to));
  const isOpen = (to: string) => !/^\/(?:categories|tags)\/./u.test(to) || open.has(to.replace(/rss\.xml$/u, ""));
  return [...lists].filter(([from, to]) => from !== to && isOpen(to));
}

const likes: readonly (readonly [RegExp, string])[] = [
  [/categor|카테고리|분류/iu, fixedPaths.categories],
  [/tags?\b|태그/iu, fixedPaths.tags],
  [/archive|year|month|보관/iu, fixedPaths.archive],
  [/search|검색/iu, fixedPaths.find],
];

/** Where a page that only listed posts leads, by its address: our list that does the same, else all posts. */
export function listLike(address: string): ListRedirect {
  return [address, likes.find(([words]) => words.test(address))?.[1] ?? fixedPaths.posts];
}
