import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import { onceEach } from "./once.ts";
import type { Entry } from "./post.ts";
import { relatedPosts } from "./related.ts";

/** Finds what stands around a post of the catalogue, when it is asked for: the older and newer one in list order, what to read on, and its categories, tags and series; undefined for what is no post of it. */
export function neighboursOf(catalogue: Catalogue) {
  const { posts } = catalogue;
  const places = new Map(posts.map((post, index) => [post, index]));
  const related = relatedPosts(posts);
  const categories = termFinder(catalogue.categories);
  const tags = termFinder(catalogue.tags);
  const series = termFinder(catalogue.series);
  return onceEach((post: Entry) => {
    const index = places.get(post);
    if (index === undefined) return undefined;
    return {
      previous: posts[index + 1],
      next: posts[index - 1],
      related: related(index),
      categories: categories(post, post.categories),
      tags: tags(post, post.tags),
      series: series(post, [])[0],
    };
  });
}

/** Finds the terms of a post in its author's order. */
function termFinder(terms: readonly TermWithPosts[]) {
  const uses = terms.flatMap((term) => term.posts.map((post) => ({ post, term })));
  const byPost = Map.groupBy(uses, ({ post }) => post);
  return (post: Entry, labels: readonly string[]) =>
    (byPost.get(post) ?? []).map(({ term }) => term).sort((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
}
