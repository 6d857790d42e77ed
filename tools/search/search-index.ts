import { renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { stemsOf } from "#korean/word-forms.ts";

export interface SearchedPost {
  /** Site-relative. */
  readonly path: string;
  readonly title: string;
  /** `2026-01-31`; empty without a date. */
  readonly day: string;
  /** The HTML of its page. */
  readonly page: string;
}

/** Writes the posts, which stand in this order where they answer a question equally, into a new SQLite file with a full-text index (FTS5), which takes the place of the one before in one rename. */
export function writeSearchIndex(file: string, posts: Iterable<SearchedPost>): void {
  const next = `${file}.next`;
  rmSync(next, { force: true });
  const database = new DatabaseSync(next);
  // Prefixes find 책장에서는 by 책장 without any table of particles.
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
CREATE VIRTUAL TABLE posts USING fts5(title, text, path UNINDEXED, day UNINDEXED, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0');`);
  const add = database.prepare("INSERT INTO posts (title, text, path, day) VALUES (?, ?, ?, ?)");
  for (const { title, page, path, day } of posts) add.run(title, wordsOf(page), path, day);
  // Every word in one text, those of the most posts first: what stands within a word is looked for in it.
  database.exec(`INSERT INTO posts (posts) VALUES ('optimize');
CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, posts, row);
CREATE TABLE words AS SELECT group_concat(term, char(10) ORDER BY doc DESC, term) AS list FROM terms;
COMMIT;`);
  database.close();
  renameSync(next, file);
}

const inline =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|rb|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?:\s[^>]*)?>/gu;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of the body of an article's published page; empty where it has none. */
function wordsOf(html: string): string {
  return bodyOf(html)
    .replace(inline, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&(?:#(\d+)|([a-z]+));/gu, (written, code: string | undefined, name = "") =>
      code === undefined ? (entities[name] ?? written) : String.fromCodePoint(Number(code)),
    )
    .replace(/[\u0001\u0002\u2060\u00ad\u200b]/gu, "")
    .replace(/\s+/gu, " ")
    .normalize("NFC")
    .trim();
}

/** What stands in the element of an article's text, from its start to the end of that very `div`. */
function bodyOf(html: string): string {
  const start = html.indexOf('<div class="prose e-content">');
  if (start === -1) return "";
  let depth = 0;
  for (const { 0: tag, index } of html.slice(start).matchAll(/<\/?div\b/gu)) {
    depth += tag === "<div" ? 1 : -1;
    if (depth === 0) return html.slice(start, start + index);
  }
  return html.slice(start);
}

/** A post that was found; in `passage`, `\u0001` and `\u0002` stand around what was asked for. */
export interface FoundPost extends Omit<SearchedPost, "page"> {
  readonly passage: string;
}

/** How many posts were found, and those of one page. */
export interface Findings {
  readonly count: number;
  readonly posts: readonly FoundPost[];
}

const perPage = 20;
/** A query holds so many words of so many letters, each found in so many longer ones; what goes beyond is not asked. */
const most = { words: 8, letters: 40, longer: 100 } as const;

export type SearchIndex = ReturnType<typeof searchIndex>;

/** Opens an index file; `find` never throws for what a reader may write. */
export function searchIndex(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const list = wordList(database);
  const counted = database.prepare("SELECT count(*) AS count FROM posts WHERE posts MATCH ?");
  const found = database.prepare(
    `SELECT path, title, day, snippet(posts, 1, char(1), char(2), '…', 24) AS passage FROM posts
     WHERE posts MATCH ? ORDER BY bm25(posts, 8, 1), rowid LIMIT ? OFFSET ?`,
  );
  const count = (match: string) => Number(counted.get(match)?.["count"]);
  /** The posts that have all words of a query, each as a word's beginning; where nothing has them without their particles, and then spaced in any way. After these, the posts that have them within words. */
  const find = (query: string, page: number): Findings => {
    const words = askedWords(query.normalize("NFC"));
    if (words.length === 0) return { count: 0, posts: [] };
    const stems = askedWords(query.normalize("NFKC")).map((word) => stemsOf(word)[0] ?? word);
    const asked = [words, stems].find((each) => each.length > 0 && count(allOf(each, begun)) > 0);
    // Of a mark alone, such as a halfwidth ﾞ, nothing is left.
    if (!asked && stems.length === 0) return { count: 0, posts: [] };
    const first = asked ? allOf(asked, begun) : `${allOf(stems, spaced)} OR ${spaced(stems.join(""))}`;
    const within = allOf(asked ?? stems, (word) => [begun(word), ...longerWords(list, word).map(begun)].join(" OR "));
    const posts: FoundPost[] = [];
    let before = 0;
    for (const match of [first, `(${within}) NOT (${first})`]) {
      const offset = Math.max(0, (page - 1) * perPage - before);
      posts.push(...(found.all(match, perPage - posts.length, offset) as unknown as FoundPost[]));
      before += count(match);
    }
    return { count: before, posts };
  };
  return { find, close: () => database.close() };
}

/** The words of an index, each after a line's end; none in one that an earlier version wrote. */
function wordList(database: DatabaseSync): string {
  const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'words'").get() !== undefined;
  return isThere ? `\n${String(database.prepare("SELECT list FROM words").get()?.["list"])}` : "";
}

const allOf = (words: readonly string[], form: (word: string) => string) => `(${words.map(form).join(") AND (")})`;
const begun = (word: string) => `"${word}"*`;

/** 빅데이터 as one word, and as two parted anywhere. */
function spaced(name: string): string {
  const letters = Array.from(name.replaceAll(" ", "")).slice(0, most.letters);
  return letters.map((_, at) => begun(`${letters.slice(0, at).join("")} ${letters.slice(at).join("")}`)).join(" OR ");
}

/** The beginnings of words with `piece` after their first letter, up to its end: 남서울 for 서울. Pieces of two letters and more are looked for, of Latin three. */
function longerWords(list: string, piece: string): string[] {
  const heads = new Set<string>();
  let at = /[^ -~]{2}|.{3}/u.test(piece) ? list.indexOf(piece) : -1;
  for (; at !== -1 && heads.size < most.longer; at = list.indexOf(piece, at + 1)) {
    const start = list.lastIndexOf("\n", at) + 1;
    if (start < at) heads.add(list.slice(start, at + piece.length));
  }
  return [...heads];
}

export function pageCount(count: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

const askedWord = /[\p{L}\p{N}]+(?:(?<=\d)[.,]\d[\p{L}\p{N}]*)*/gu;

/** Letters and digits alone, so that no query can hold an operator; 1,234 is one word of two. */
function askedWords(query: string): string[] {
  const words = query.slice(0, 1000).toLowerCase().match(askedWord) ?? [];
  return words
    .slice(0, most.words)
    .map((word) => Array.from(word.replace(/[.,]/gu, " ")).slice(0, most.letters).join(""));
}
