import type { Catalogue, Shelf } from "./catalogue.ts";
import type { Entry } from "./post.ts";
import { relatedPosts } from "./related.ts";

/** What stands around a post: the older and newer one in list order, what to read on, and the shelves it stands on. */
export interface Surroundings {
  readonly previous?: Entry;
  readonly next?: Entry;
  readonly related: readonly Entry[];
  readonly categories: readonly Shelf[];
  readonly tags: readonly Shelf[];
  readonly series?: Shelf;
}

/** Finds the surroundings of a post of the catalogue, each when it is asked for; undefined for what is no post of it. */
export function surroundingsOf(catalogue: Catalogue): (post: Entry) => Surroundings | undefined {
  const { posts } = catalogue;
  const places = new Map(posts.map((post, index) => [post, index]));
  const related = relatedPosts(posts);
  const categories = shelvesByPost(catalogue.categories);
  const tags = shelvesByPost(catalogue.tags);
  const series = shelvesByPost(catalogue.series);
  const find = (post: Entry, index: number): Surroundings => {
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
  const found = new Map<Entry, Surroundings>();
  return (post) => {
    const index = places.get(post);
    if (index === undefined) return undefined;
    const surroundings = found.get(post) ?? find(post, index);
    found.set(post, surroundings);
    return surroundings;
  };
}

function shelvesByPost(shelves: readonly Shelf[]): Map<Entry, Shelf[]> {
  const byPost = new Map<Entry, Shelf[]>();
  for (const shelf of shelves) {
    for (const post of shelf.posts) {
      const own = byPost.get(post);
      if (own) own.push(shelf);
      else byPost.set(post, [shelf]);
    }
  }
  return byPost;
}

function inAuthorsOrder(shelves: readonly Shelf[], labels: readonly string[]): Shelf[] {
  return shelves.toSorted((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
}
