import { indexWords } from "#korean/index-words.ts";
import { readingTime } from "#korean/reading-time.ts";
import { summaryOf } from "#korean/summary.ts";
import { TextWords } from "#korean/terms.ts";
import { twoNames } from "#korean/two-names.ts";
import type { RenderedBody } from "#markdown/rendered.ts";
import type { Entry } from "#model/post.ts";
import type { EntryHead } from "./entry-head.ts";

/** In the order of `factsOf`. */
const keys = [
  ...(["summary", "headings", "pictures", "remoteOrigins", "minutes", "letters"] as const),
  ...(["terms", "words", "names", "toc"] as const),
];

/** What of an entry comes from its body. */
export type BodyFacts = Pick<Entry, (typeof keys)[number]>;

/** Summary, reading time, terms and words for the index of a rendered body. */
export function factsOf(head: EntryHead, body: RenderedBody): BodyFacts {
  const { minutes, letters } = readingTime(body.text, body.pictureCount);
  const words = new TextWords({ title: head.title, tags: head.tags, text: body.text });
  const names = twoNames(body.text);
  return {
    summary: summaryOf(head.description ?? body.lead),
    headings: body.headings,
    pictures: body.pictures,
    ...(body.remoteOrigins.length > 0 && { remoteOrigins: body.remoteOrigins }),
    minutes,
    letters,
    terms: words.terms(20),
    words: [head.title, ...body.headings.map(({ text }) => text)].map((line) => indexWords(line, words).join(" ")),
    ...(names.length > 0 && { names }),
    ...(body.asksContents && head.toc === undefined && { toc: true }),
  };
}

/** The facts that an entry got from its body, in the order in which they were put there. */
export function factsIn(entry: BodyFacts): BodyFacts {
  return Object.fromEntries(keys.flatMap((key) => (key in entry ? [[key, entry[key]]] : []))) as unknown as BodyFacts;
}
