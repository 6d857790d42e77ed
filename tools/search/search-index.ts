import { DatabaseSync, type StatementSync } from "node:sqlite";
import { stemsOf } from "#korean/word-forms.ts";

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

/** An index file opened for reading; `find` never throws for what a reader may write. */
export class SearchIndex {
  readonly #database: DatabaseSync;
  readonly #count: StatementSync;
  readonly #found: StatementSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
    this.#count = this.#database.prepare("SELECT count(*) AS count FROM posts WHERE posts MATCH ?");
    this.#found = this.#database.prepare(
      `SELECT path, title, day, snippet(posts, 1, char(1), char(2), '…', 24) AS passage FROM posts
       WHERE posts MATCH ? ORDER BY bm25(posts, 8, 1), rowid LIMIT ${perPage} OFFSET ?`,
    );
  }

  /** The posts that have all words of a query, each as a word's beginning; without its particles where nothing has them. */
  find(query: string, page: number): Findings {
    const words = wordsOf(query);
    if (words.length === 0) return { count: 0, posts: [] };
    for (const match of [matchOf(words), matchOf(words.map((word) => stemsOf(word)[0] ?? word))]) {
      const count = Number(this.#count.get(match)?.["count"]);
      if (count === 0) continue;
      const posts = this.#found.all(match, (page - 1) * perPage) as unknown as FoundPost[];
      return { count, posts };
    }
    return { count: 0, posts: [] };
  }

  close(): void {
    this.#database.close();
  }
}

/** How many pages so many posts fill. */
export function pageCount(count: number): number {
  return Math.max(1, Math.ceil(count / perPage));
}

/** Letters and digits alone, so that no query can hold an operator. */
function wordsOf(query: string): string[] {
  const words =
    query
      .normalize("NFC")
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, most.words).map((word) => Array.from(word).slice(0, most.letters).join(""));
}

function matchOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(" ");
}
