import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import type { Entry } from "./post.ts";
import { relatedPosts } from "./related.ts";

/** What stands around a post: the older and newer one in list order, what to read on, and its categories, tags and series. */
export interface Neighbours {
  readonly previous?: Entry;
  readonly next?: Entry;
  readonly related: readonly Entry[];
  readonly categories: readonly TermWithPosts[];
  readonly tags: readonly TermWithPosts[];
  readonly series?: TermWithPosts;
}

/** Finds the neighbours of a post of the catalogue, each when it is asked for; undefined for what is no post of it. */
export function neighboursOf(catalogue: Catalogue): (post: Entry) => Neighbours | undefined {
  const { posts } = catalogue;
  const places = new Map(posts.map((post, index) => [post, index]));
  const related = relatedPosts(posts);
  const categories = termsByPost(catalogue.categories);
  const tags = termsByPost(catalogue.tags);
  const series = termsByPost(catalogue.series);
  const find = (post: Entry, index: number): Neighbours => {
    const [previous, next] = [posts[index + 1], posts[index - 1]];
    const [ofSeries] = series.get(post) ?? [];
    return {
      ...(previous && { previous }),
      ...(next && { next }),
      related: related(index),
      categories: inAuthorsOrder(categories.get(post) ?? [], post.categories),
      tags: inAuthorsOrder(tags.get(post) ?? [], post.tags),
      ...(ofSeries && { series: ofSeries }),
    };
  };
  const found = new Map<Entry, Neighbours>();
  return (post) => {
    const index = places.get(post);
    if (index === undefined) return undefined;
    const neighbours = found.get(post) ?? find(post, index);
    found.set(post, neighbours);
    return neighbours;
  };
}

function termsByPost(terms: readonly TermWithPosts[]): Map<Entry, TermWithPosts[]> {
  const byPost = new Map<Entry, TermWithPosts[]>();
  for (const term of terms) {
    for (const post of term.posts) {
      const own = byPost.get(post);
      if (own) own.push(term);
      else byPost.set(post, [term]);
    }
  }
  return byPost;
}

function inAuthorsOrder(terms: readonly TermWithPosts[], labels: readonly string[]): TermWithPosts[] {
  return terms.toSorted((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
}
