import { renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { stemsOf } from "#korean/word-forms.ts";

/** A post as the index holds it. */
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
  database.exec("INSERT INTO posts (posts) VALUES ('optimize'); COMMIT;");
  database.close();
  renameSync(next, file);
}

const inline =
  /<\/?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|rb|ruby|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>/gu;
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
export interface FoundPost {
  readonly path: string;
  readonly title: string;
  readonly day: string;
  readonly passage: string;
}

/** How many posts were found, and those of one page. */
export interface Findings {
  readonly count: number;
  readonly posts: readonly FoundPost[];
}

const perPage = 20;
/** A query holds so many words of so many letters; what goes beyond is not asked. */
const most = { words: 8, letters: 40 } as const;

/** An index file opened for reading. */
export type SearchIndex = ReturnType<typeof searchIndex>;

/** Opens an index file; `find` never throws for what a reader may write. */
export function searchIndex(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const counted = database.prepare("SELECT count(*) AS count FROM posts WHERE posts MATCH ?");
  const found = database.prepare(
    `SELECT path, title, day, snippet(posts, 1, char(1), char(2), '…', 24) AS passage FROM posts
     WHERE posts MATCH ? ORDER BY bm25(posts, 8, 1), rowid LIMIT ${perPage} OFFSET ?`,
  );
  /** The posts that have all words of a query, each as a word's beginning; where nothing has them without their particles, and then as one name spaced in any way. */
  const find = (query: string, page: number): Findings => {
    const words = askedWords(query);
    const stems = words.map((word) => stemsOf(word)[0] ?? word);
    const begun = [words, stems].map((asked) => asked.map((word) => `"${word}"*`).join(" "));
    for (const match of words.length === 0 ? [] : [...begun, anySpacing(stems.join(""))]) {
      const count = Number(counted.get(match)?.["count"]);
      if (count > 0) return { count, posts: found.all(match, (page - 1) * perPage) as unknown as FoundPost[] };
    }
    return { count: 0, posts: [] };
  };
  return { find, close: () => database.close() };
}

/** 빅데이터 as one word, and as two parted anywhere. */
function anySpacing(name: string): string {
  const letters = Array.from(name).slice(0, most.letters);
  return letters.map((_, at) => `"${letters.slice(0, at).join("")} ${letters.slice(at).join("")}"*`).join(" OR ");
}

/** How many pages so many posts fill. */
export function pageCount(count: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

/** Letters and digits alone, so that no query can hold an operator. */
function askedWords(query: string): string[] {
  const words =
    query
      .normalize("NFC")
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, most.words).map((word) => Array.from(word).slice(0, most.letters).join(""));
}
