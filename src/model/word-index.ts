import { termPath } from "./address.ts";
import type { Catalogue, TermWithPosts } from "./catalogue.ts";
import { type FoundWord, foundWords, type Reason } from "./index-words.ts";
import { newestFirst } from "./order.ts";
import type { Titled } from "./post-line.ts";
import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";
import { mostFrequent, uniqueSlugs } from "./taxonomy.ts";
import { byInitial } from "./term-groups.ts";
import { termKey } from "./term-label.ts";

/** A post under a word, or the section of it that speaks of the word, with its fragment in the path. */
export interface Place extends Titled {
  /** The section's heading. */
  readonly section?: string;
}

/** A word of the index at the back of the site. */
export interface IndexTerm {
  readonly label: string;
  /** How many posts it leads to. */
  readonly count: number;
  /** Newest post first; none where `path` lists them. */
  readonly places: readonly Place[];
  readonly path?: string;
}

/** From so many posts on a word has a page of its own. */
const leastForPage = 4;
/** A word's page holds so many of its newest posts: some 20 KB compressed. */
const mostOfWord = 500;
/** So many words take some 27 KB compressed, below what the proof allows a list; more are split by their initials. */
const mostOnPage = 1500;

/** By the newest post. A build makes a catalogue for its pages and one for its proof, of the very same posts. */
const made = new WeakMap<Entry, { readonly of: Catalogue; readonly index: ReturnType<typeof indexOf> }>();

/** The whole index by initial letters, and the words whose posts have pages of their own; made once for the same posts, its cost grows with the number of words. */
export function wordIndex(catalogue: Catalogue): ReturnType<typeof indexOf> {
  const [newest] = catalogue.posts;
  const known = newest && made.get(newest);
  if (known && areAlike(known.of, catalogue)) return known.index;
  const index = indexOf(catalogue);
  if (newest) made.set(newest, { of: catalogue, index });
  return index;
}

function areAlike(one: Catalogue, other: Catalogue): boolean {
  if (one === other) return true;
  const isSame = one.site.prefix === other.site.prefix && one.posts.length === other.posts.length;
  return isSame && one.posts.every((post, at) => post === other.posts[at]);
}

/** The last segment of a group's address: `ㄱ`, `a-z`, `0-9`, `etc`. */
export function groupSlug(name: string): string {
  return { "A–Z": "a-z", "0–9": "0-9", 기타: "etc" }[name] ?? name;
}

function indexOf({ site, posts, tags }: Catalogue) {
  const words = labelledWords(posts);
  const pages = pagesOf(words, site);
  const tagOf = new Map(tags.map((tag) => [termKey(tag.label), tag]));
  const terms = words.map(({ key, word, label }): IndexTerm => {
    const count = word.posts.size;
    // A tag's posts are all among the word's: as many of them are the same.
    const tag = tagOf.get(key);
    const path = (tag?.posts.length === count ? tag : pages.get(word.posts))?.path;
    if (count >= leastForPage && path !== undefined) return { label, count, places: [], path };
    return { label, count, places: inOrder(word).map(placeOf) };
  });
  const linked = new Set(terms.map(({ path }) => path));
  return {
    groups: byInitial(terms),
    pages: [...pages.values()].filter(({ path }) => linked.has(path)),
    /** Whether each group has a page of its own. */
    isSplit: terms.length > mostOnPage,
  };
}

function labelledWords(posts: readonly Entry[]) {
  return [...foundWords(posts)].map(([key, word]) => ({ key, word, label: mostFrequent(word.spellings) || key }));
}

/** The pages of words by the posts that they list. */
function pagesOf(
  words: ReturnType<typeof labelledWords>,
  { prefix = "" }: Site,
): Map<FoundWord["posts"], TermWithPosts> {
  const large = words.filter(({ word }) => word.posts.size >= leastForPage);
  const slugs = uniqueSlugs(large);
  const pages = new Map<FoundWord["posts"], TermWithPosts>();
  for (const { key, word, label } of large) {
    const slug = slugs.get(key);
    // Groups have the addresses of single letters.
    if (slug === undefined || /^(?:[ㄱ-ㅎ]|a-z|0-9|etc)$/u.test(slug) || pages.has(word.posts)) continue;
    const found = inOrder(word).slice(0, mostOfWord);
    const sections = new Map(found.flatMap(([post, reason]) => (typeof reason === "string" ? [] : [[post, reason]])));
    const posts = found.map(([post]) => post);
    pages.set(word.posts, { kind: "word", label, slug, path: `${prefix}${termPath("word", slug)}`, posts, sections });
  }
  return pages;
}

function inOrder({ posts }: FoundWord): [Entry, Reason][] {
  return [...posts].sort(([a], [b]) => newestFirst(a, b));
}

function placeOf([{ path, title, lang }, reason]: readonly [Entry, Reason]): Place {
  if (typeof reason === "string") return { path, title, lang };
  return { path: `${path}#${reason.id}`, title, lang, section: reason.text };
}
