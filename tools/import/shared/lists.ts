import { fixedPaths } from "#model/address.ts";
import { termSlug } from "#model/urlize.ts";
import type { ListRedirect, SourcePage } from "./blog.ts";
import { listOf } from "./values.ts";

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

/** Where the lists of published posts' terms lead with us, by the addresses that they had: without a rule of its own, ours. */
export function listsOfTerms(pages: readonly SourcePage[], addresses = ours): ListRedirect[] {
  const open = pages.filter(({ draft }) => !draft);
  return (["categories", "tags"] as const).flatMap((kind) =>
    open.flatMap(({ data }) => listOf(data[kind]).flatMap((label) => termLists([kind, label], addresses[kind](label)))),
  );
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
