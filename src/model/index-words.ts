import { isNoWord, mayBeVerb } from "#korean/index-words.ts";
import { stemsOf } from "#korean/word-forms.ts";
import type { Entry, Heading } from "./post.ts";
import { onceEach } from "./once.ts";
import { termKey } from "./term-label.ts";

/** Why a post is found under a word: a tag or its title says more than a heading, a heading more than the body alone. */
export type Reason = "tag" | "title" | "body" | Heading;

/** A word of the posts, all its spellings together. */
export interface FoundWord {
  /** By spelling how often; what bodies alone say has none, as their case is not known. */
  readonly spellings: Map<string, number>;
  /** Shared with the word's name in the other script. */
  posts: Map<Entry, Reason>;
  /** Whether it is a tag, or stands in a title or heading where it can be no verb. */
  isSure: boolean;
}

/** Words by their key, as `termKey` makes it. */
export type FoundWords = Map<string, FoundWord>;

/** Words that stand in bodies alone must do so in more posts than one, and name nothing where they do in many. */
const ofBodies = { least: 2, most: 30 } as const;
/** A line's words and what stands between them. */
const pieces = /[\p{sc=Latn}0-9][\p{sc=Latn}0-9.+#]*|[가-힣]+/gu;

/** Every word that posts are found by; the cost grows with the number of words. */
export function foundWords(posts: readonly Entry[]): FoundWords {
  const found: FoundWords = new Map();
  // A key is made once for a spelling, which is what costs.
  const wordOf = onceEach((spelling: string): FoundWord => {
    const key = termKey(spelling);
    const word = found.get(key) ?? { spellings: new Map(), posts: new Map(), isSure: false };
    found.set(key, word);
    return word;
  });
  for (const post of posts) addPost(wordOf, post);
  for (const [key, word] of found) {
    if (isKept(key, word)) dropBodies(word);
    else found.delete(key);
  }
  for (const post of posts) addJoined(found, post);
  for (const post of posts) for (const names of post.names ?? []) joinNames(found, names);
  return found;
}

function addPost(wordOf: (spelling: string) => FoundWord, post: Entry): void {
  const add = (written: string, reason: Reason) => {
    const isDoubtful = written.startsWith("?");
    const spelling = isDoubtful ? written.slice(1) : written;
    const word = wordOf(spelling);
    if (!word.posts.has(post)) word.posts.set(post, reason);
    if (reason === "body") return;
    if (!isDoubtful) word.isSure = true;
    // An author spells a tag with more care than a title in capitals.
    word.spellings.set(spelling, (word.spellings.get(spelling) ?? 0) + (reason === "tag" ? 3 : 1));
  };
  for (const tag of post.tags) add(tag, "tag");
  for (const [line, words] of post.words.entries()) {
    const reason = line === 0 ? "title" : post.headings[line - 1];
    if (words === "" || reason === undefined) continue;
    for (const word of words.split(" ")) add(word, reason);
  }
  for (const word of post.terms) add(word, "body");
}

function isKept(key: string, { isSure, posts }: FoundWord): boolean {
  const { size } = posts;
  if (isSure || key === "") return isSure && key !== "";
  return size >= ofBodies.least && size <= ofBodies.most && /^[가-힣]/u.test(key) && !isNoWord(key) && !mayBeVerb(key);
}

/** A word that stands in the titles and headings of many posts is not looked up for those that only mention it. */
function dropBodies(word: FoundWord): void {
  if (word.posts.size <= ofBodies.most) return;
  const said = [...word.posts].filter(([, reason]) => reason !== "body");
  if (said.length > ofBodies.most) word.posts = new Map(said);
}

/** What one post writes in two words (빅 데이터) and the words know as one (빅데이터) is found there too, and what it alone could not tell from a verb (초개인화는). */
function addJoined(found: FoundWords, post: Entry): void {
  const stems = (word: string) => [word, ...stemsOf(word)];
  for (const [line, text] of [post.title, ...post.headings.map((heading) => heading.text)].entries()) {
    const reason = line === 0 ? "title" : post.headings[line - 1];
    let before = { word: "", end: -2 };
    for (const { 0: piece, index } of text.matchAll(pieces)) {
      const key = piece.toLowerCase();
      const { word, end } = before;
      const joined = index - end <= 1 ? stems(`${word}${key}`).filter((one) => one.length > word.length) : [];
      for (const words of [joined, stems(key)]) {
        const posts = found.get(words.find((one) => found.has(one)) ?? "")?.posts;
        if (posts && reason && (!posts.has(post) || posts.get(post) === "body")) posts.set(post, reason);
      }
      before = { word: key, end: index + piece.length };
    }
  }
}

/** A word and its name in the other script share their posts; a name that is no word yet becomes one. */
function joinNames(found: FoundWords, names: readonly [string, string]): void {
  const [one, other] = names.map((name) => found.get(termKey(name)));
  if (one?.posts === other?.posts) return;
  const posts = one?.posts ?? other?.posts ?? new Map<Entry, Reason>();
  for (const [post, reason] of other?.posts ?? []) if (!posts.has(post)) posts.set(post, reason);
  if (other) other.posts = posts;
  for (const name of names) {
    const key = termKey(name);
    if (!found.has(key)) found.set(key, { spellings: new Map([[name, 1]]), posts, isSure: true });
  }
}
