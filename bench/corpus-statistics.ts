import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../tests/site/sites.ts";
import { postSource } from "./corpus.ts";
import { median } from "./statistics.ts";

/** What some posts are like. */
export interface Statistics {
  readonly posts: number;
  /** Hangul letters of a post. */
  readonly letters: { readonly least: number; readonly median: number; readonly most: number };
  /** Forms of words (runs of Hangul) that differ, in all posts, and their share of the words of one post. */
  readonly forms: number;
  readonly formsPerWord: number;
  /** Shares of the posts. */
  readonly beginWithCode: number;
  readonly withCode: number;
  readonly withTable: number;
  readonly withPicture: number;
  readonly withLink: number;
  /** Per post. */
  readonly headings: number;
  readonly tags: number;
  /** Tags that differ, and how many posts the commonest has. */
  readonly allTags: number;
  readonly commonestTag: number;
}

/** Counts in sources with front matter. */
export function statisticsOf(sources: readonly string[]): Statistics {
  const bodies = sources.map((source) => source.replace(/^---\n.*?\n---\n/su, "").trimStart());
  const words = bodies.map((body) => body.match(/[가-힣]+/gu) ?? []);
  const letters = words.map((all) => all.join("").length);
  const share = (has: (body: string) => boolean) => bodies.filter(has).length / bodies.length;
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const tags = sources.map((source) => /^tags: \[(.*)\]$/mu.exec(source)?.[1]?.match(/[^",]+(?="|,|$)/gu) ?? []);
  const uses = new Map<string, number>();
  for (const tag of tags
    .flat()
    .map((one) => one.trim())
    .filter(Boolean))
    uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return {
    posts: sources.length,
    letters: { least: Math.min(...letters), median: median(letters), most: Math.max(...letters) },
    forms: new Set(words.flat()).size,
    formsPerWord: mean(words.map((all) => new Set(all).size / Math.max(1, all.length))),
    beginWithCode: share((body) => body.startsWith("```")),
    withCode: share((body) => body.includes("```")),
    withTable: share((body) => /^\|[ :-]+\|/mu.test(body)),
    withPicture: share((body) => body.includes("![")),
    withLink: share((body) => /(?<!!)\[[^\]]+\]\(/u.test(body)),
    headings: mean(bodies.map((body) => body.match(/^#{2,4} /gmu)?.length ?? 0)),
    tags: mean(tags.map((all) => all.filter((one) => one.trim() !== "").length)),
    allTags: uses.size,
    commonestTag: Math.max(0, ...uses.values()),
  };
}

/** Prints what the corpus and the seed are like: `node bench/corpus-statistics.ts 1000`. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = Number(process.argv[2] ?? 1000);
  const corpus = statisticsOf(Array.from({ length: count }, (_, index) => postSource(index)));
  const seed = statisticsOf([readFileSync(join(root, "tests/fixtures/seed/seed.md"), "utf8")]);
  console.log(JSON.stringify({ corpus, seed }, undefined, 2));
}
