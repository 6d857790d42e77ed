import { renameSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

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
