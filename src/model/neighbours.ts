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

/** The surroundings of every post, worked out once for the whole catalogue at linear cost. */
export function surroundingsOf(catalogue: Catalogue): ReadonlyMap<Entry, Surroundings> {
  const { posts } = catalogue;
  const related = relatedPosts(posts);
  const categories = shelvesByPost(catalogue.categories);
  const tags = shelvesByPost(catalogue.tags);
  const series = shelvesByPost(catalogue.series);
  return new Map(
    posts.map((post, index) => {
      const previous = posts[index + 1];
      const next = posts[index - 1];
      const [ofSeries] = series.get(post) ?? [];
      return [
        post,
        {
          ...(previous && { previous }),
          ...(next && { next }),
          related: related.get(post) ?? [],
          categories: inAuthorsOrder(categories.get(post) ?? [], post.categories),
          tags: inAuthorsOrder(tags.get(post) ?? [], post.tags),
          ...(ofSeries && { series: ofSeries }),
        },
      ];
    }),
  );
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
