import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import { onceEach } from "./once.ts";
import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";

/** How many neighbours in list order are looked at for one word: keeps the cost linear, however common the word. */
const reach = 16;
const shown = 3;

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

/** A tag or term of posts. */
interface Word {
  /** Places in the list of the posts that have it, in order. */
  readonly places: number[];
  readonly rank: number;
}

/** A word of a post, and where in the word's places the post stands. */
interface Use {
  readonly word: Word;
  readonly at: number;
}

/** For a post by its place in the list: the (at most three) posts that share the most telling tags, series and terms; each at a cost that does not grow with the list. */
export function relatedPosts(posts: readonly Entry[]): (index: number) => Entry[] {
  const uses = usesOf(posts);
  const scores = new Float64Array(posts.length);
  return (index) => {
    const found = score(scores, uses[index] ?? [], index);
    const nearer = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) ||
      Math.abs(a - index) - Math.abs(b - index) ||
      byCodePoint(posts[a]?.path ?? "", posts[b]?.path ?? "");
    const best: number[] = [];
    for (const other of found) {
      const last = best[shown - 1];
      if (last !== undefined && nearer(last, other) < 0) continue;
      best.push(other);
      best.sort(nearer).splice(shown);
    }
    for (const other of found) scores[other] = 0;
    return best.flatMap((other) => posts[other] ?? []);
  };
}

function usesOf(posts: readonly Entry[]): Use[][] {
  const words = new Map<string, Word>();
  return posts.map(({ tags, terms }, index) => {
    const uses: Use[] = [];
    const use = (text: string) => {
      const word = words.get(text) ?? { places: [], rank: text.startsWith("#") ? 2 : 1 };
      if (word.places.length === 0) words.set(text, word);
      // A word that the post has twice counts once.
      if (word.places.at(-1) !== index) uses.push({ word, at: word.places.push(index) - 1 });
    };
    for (const tag of tags) use(`#${tag.toLowerCase()}`);
    for (const term of terms) use(term);
    return uses;
  });
}

/** Adds up in `scores` what others share with a post; returns who they are. One array for all posts: a map for each is what would cost. */
function score(scores: Float64Array, uses: readonly Use[], index: number): number[] {
  const found: number[] = [];
  for (const { word, at } of uses) {
    const { places, rank } = word;
    if (places.length < 2) continue;
    const weight = rank / (1 + Math.log2(places.length));
    const isShort = places.length <= 2 * reach;
    const end = isShort ? places.length : Math.min(places.length, at + reach + 1);
    for (let place = isShort ? 0 : Math.max(0, at - reach); place < end; place += 1) {
      const other = places[place] ?? index;
      if (other === index) continue;
      const before = scores[other] ?? 0;
      if (before === 0) found.push(other);
      scores[other] = before + weight;
    }
  }
  return found;
}
