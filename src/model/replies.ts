import { z } from "zod";
import { web } from "./site.ts";

/** A reply to a post as `src/content/replies/` keeps it. */
export const replySchema = z.strictObject({
  /** The place it comes from and its id there: `bluesky:at://…`. */
  id: z.string().regex(/^[a-z]+:./u),
  /** The id of the reply it answers; absent where it answers the post. */
  to: z.string().exactOptional(),
  name: z.string().min(1),
  /** The page of the person. */
  person: web.exactOptional(),
  url: web.exactOptional(),
  date: z.iso.datetime({ offset: true }),
  html: z.string(),
});

/** What one file of `src/content/replies/` holds, named as the post it belongs to. */
export const repliesSchema = z.strictObject({
  /** Where the post is talked about, found by its address. */
  discussions: z.array(web).default([]),
  replies: z.array(replySchema).default([]),
});

export type Reply = z.infer<typeof replySchema>;

export type PostReplies = z.infer<typeof repliesSchema>;

/** A reply with those that answer it, oldest first. */
export interface Thread {
  readonly reply: Reply;
  readonly answers: Thread[];
}

const deepest = 2;

/** The id of the replies in a post's page: no heading has one with a capital. */
export const repliesId = "Replies";

/** Oldest first; ids settle ties. */
export function inOrder(replies: readonly Reply[]): Reply[] {
  return replies.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date) || (a.id < b.id ? -1 : 1));
}

/** Replies as threads, at most two levels below the first: deeper ones stand in the second by time, those that answer nothing here, or each other in a circle, in the first. */
export function threadsOf(replies: readonly Reply[]): Thread[] {
  const threads = new Map(inOrder(replies).map((reply) => [reply.id, { reply, answers: [] as Thread[] }]));
  const answersTo = Map.groupBy(threads.values(), ({ reply }) => threads.get(reply.to ?? ""));
  /** The uppermost threads above each; a map's loop goes on to what is added meanwhile. */
  const above = new Map((answersTo.get(undefined) ?? []).map((thread): [Thread, Thread[]] => [thread, []]));
  for (const [thread, line] of above)
    for (const answer of answersTo.get(thread) ?? []) above.set(answer, [...line, thread].slice(0, deepest));
  const first: Thread[] = [];
  for (const thread of threads.values()) (above.get(thread)?.at(-1)?.answers ?? first).push(thread);
  return first;
}

export function repliesText({ discussions, replies }: PostReplies): string {
  return `${JSON.stringify({ discussions, replies: inOrder(replies) }, null, 2)}\n`;
}

/** Whether its author hides a reply: `hide.txt` names ids, people's pages or names, one a line. */
export function isHidden({ id, person = "", name }: Reply, hidden: ReadonlySet<string>): boolean {
  return hidden.has(id) || hidden.has(person) || hidden.has(name);
}

/** The lines of `hide.txt` without blanks and those that begin with `# `. */
export function hiddenIn(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return new Set(lines.filter((line) => line !== "" && !/^#(?:\s|$)/u.test(line)));
}
