import { byCodePoint } from "./order.ts";
import type { Entry } from "./post.ts";

/** How many neighbours in list order a common word may speak for: keeps the cost linear however common the word. */
const reach = 16;
const shown = 3;

type Postings = Map<string, number[]>;

/** For each post the (at most three) posts that share the most telling tags, series and terms; cost grows linearly. */
export function relatedPosts(posts: readonly Entry[]): Map<Entry, readonly Entry[]> {
  const words = posts.map(wordsOf);
  const postings: Postings = new Map();
  words.forEach((ofPost, index) => {
    for (const word of ofPost) {
      const list = postings.get(word);
      if (list) list.push(index);
      else postings.set(word, [index]);
    }
  });
  return new Map(
    posts.map((post, index) => [post, nearest(posts, index, scores(words[index] ?? [], index, postings))]),
  );
}

function wordsOf(post: Entry): string[] {
  const tags = post.tags.map((tag) => `#${tag.toLowerCase()}`);
  return [...new Set([...tags, ...post.terms])];
}

function scores(words: readonly string[], index: number, postings: Postings): Map<number, number> {
  const found = new Map<number, number>();
  for (const word of words) {
    const list = postings.get(word) ?? [];
    if (list.length < 2) continue;
    const weight = (word.startsWith("#") ? 2 : 1) / (1 + Math.log2(list.length));
    for (const other of around(list, index)) if (other !== index) found.set(other, (found.get(other) ?? 0) + weight);
  }
  return found;
}

/** The part of a sorted list within `reach` places of a value it holds. */
function around(list: readonly number[], value: number): readonly number[] {
  if (list.length <= 2 * reach) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - reach), low + reach + 1);
}

/** The `shown` best of the found in one pass: sorting hundreds of candidates for every post is what would cost. */
function nearest(posts: readonly Entry[], index: number, found: Map<number, number>): Entry[] {
  const best: [number, number][] = [];
  const isBetter = ([a, scoreA]: [number, number], [b, scoreB]: [number, number]) =>
    (scoreA - scoreB ||
      Math.abs(b - index) - Math.abs(a - index) ||
      byCodePoint(posts[b]?.path ?? "", posts[a]?.path ?? "")) > 0;
  for (const candidate of found) {
    let place = best.length;
    for (let above = best[place - 1]; above && isBetter(candidate, above); above = best[place - 1]) place -= 1;
    if (place < shown) best.splice(place, 0, candidate);
    if (best.length > shown) best.pop();
  }
  return best.flatMap(([other]) => posts[other] ?? []);
}
