import { readingTime } from "#korean/reading-time.ts";
import { summaryOf } from "#korean/summary.ts";
import { termsOf } from "#korean/terms.ts";
import type { RenderedBody } from "#markdown/rendered.ts";
import type { Entry } from "#model/post.ts";
import type { EntryHead } from "./entry-head.ts";

/** What of an entry comes from its body. */
export type BodyFacts = Pick<
  Entry,
  "summary" | "headings" | "pictures" | "remoteOrigins" | "minutes" | "letters" | "terms" | "toc"
>;

/** Summary, reading time and terms of a rendered body. */
export function factsOf(head: EntryHead, body: RenderedBody): BodyFacts {
  const { minutes, letters } = readingTime(body.text, body.pictureCount);
  return {
    summary: summaryOf(head.description ?? body.lead),
    headings: body.headings,
    pictures: body.pictures,
    ...(body.remoteOrigins.length > 0 && { remoteOrigins: body.remoteOrigins }),
    minutes,
    letters,
    terms: termsOf({ title: head.title, tags: head.tags, text: body.text }, 20),
    ...(body.asksContents && head.toc === undefined && { toc: true }),
  };
}

/** The facts that an entry got from its body, in the order in which they were put there. */
export function factsIn({
  summary,
  headings,
  pictures,
  remoteOrigins,
  minutes,
  letters,
  terms,
  toc,
}: BodyFacts): BodyFacts {
  const optional = { ...(remoteOrigins && { remoteOrigins }), minutes, letters, terms };
  return { summary, headings, pictures, ...optional, ...(toc !== undefined && { toc }) };
}
