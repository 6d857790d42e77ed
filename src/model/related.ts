import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";

/** How many neighbours in list order a common word may speak for: keeps the cost linear however common the word. */
const reach = 16;
const shown = 3;

type Postings = ReadonlyMap<string, readonly number[]>;

/** For a post by its place in the list: the (at most three) posts that share the most telling tags, series and terms; each at a cost that does not grow with the list. */
export function relatedPosts(posts: readonly Entry[]): (index: number) => Entry[] {
  const words = posts.map(wordsOf);
  const postings = postingsOf(words);
  const scores = new Float64Array(posts.length);
  return (index) => {
    const found = score(scores, words[index] ?? [], { index, postings });
    const best = nearest(posts, index, { found, scores });
    for (const other of found) scores[other] = 0;
    return best.flatMap((other) => posts[other] ?? []);
  };
}

function wordsOf(post: Entry): string[] {
  const tags = post.tags.map((tag) => `#${tag.toLowerCase()}`);
  return [...new Set([...tags, ...post.terms])];
}

function postingsOf(words: readonly (readonly string[])[]): Postings {
  const postings = new Map<string, number[]>();
  words.forEach((ofPost, index) => {
    for (const word of ofPost) {
      const list = postings.get(word);
      if (list) list.push(index);
      else postings.set(word, [index]);
    }
  });
  return postings;
}

/** Adds up in `scores` what others share with a post; returns who they are. One array for all posts: a map for each is what would cost. */
function score(
  scores: Float64Array,
  words: readonly string[],
  { index, postings }: { index: number; postings: Postings },
): number[] {
  const found: number[] = [];
  for (const word of words) {
    const list = postings.get(word) ?? [];
    if (list.length < 2) continue;
    const weight = (word.startsWith("#") ? 2 : 1) / (1 + Math.log2(list.length));
    const [from, end] = around(list, index);
    for (let at = from; at < end; at += 1) {
      const other = list[at] ?? index;
      if (other === index) continue;
      const before = scores[other] ?? 0;
      if (before === 0) found.push(other);
      scores[other] = before + weight;
    }
  }
  return found;
}

/** From where to where a sorted list is within `reach` places of a value it holds. */
function around(list: readonly number[], value: number): [number, number] {
  if (list.length <= 2 * reach) return [0, list.length];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return [Math.max(0, low - reach), Math.min(list.length, low + reach + 1)];
}

/** The `shown` best of the found in one pass: sorting hundreds of candidates for every post is what would cost. */
function nearest(
  posts: readonly Entry[],
  index: number,
  { found, scores }: { found: readonly number[]; scores: Float64Array },
): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number) =>
    ((scores[a] ?? 0) - (scores[b] ?? 0) ||
      Math.abs(b - index) - Math.abs(a - index) ||
      byCodePoint(posts[b]?.path ?? "", posts[a]?.path ?? "")) > 0;
  for (const candidate of found) {
    let place = best.length;
    for (let above = best[place - 1]; above !== undefined && isBetter(candidate, above); above = best[place - 1])
      place -= 1;
    if (place < shown) best.splice(place, 0, candidate);
    if (best.length > shown) best.pop();
  }
  return best;
}
