import { inOrder, isHidden, type PostReplies, repliesText, type Reply } from "#model/replies.ts";
import { type Found, NoAnswer, type Place, type Subject, type Subjects } from "./place.ts";

export interface Known {
  /** By the post's id. */
  readonly before: ReadonlyMap<string, PostReplies>;
  readonly hidden: ReadonlySet<string>;
}

/** What came of asking: every post's replies as they are now, and what did not answer, whose replies stay as they were. */
export type Gathered = Awaited<ReturnType<typeof gather>>;

const none: PostReplies = { discussions: [], replies: [] };
const byId = ({ replies }: PostReplies) => new Map(replies.map((reply) => [reply.id, reply]));

/** Asks every place about every post. */
export async function gather(places: readonly Place[], subjects: Subjects, { before, hidden }: Known) {
  const failures: { at: string; why: string }[] = [];
  const tried = async <Answer>(at: string, look: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      failures.push({ at, why: error.message });
      return undefined;
    }
  };
  const posts = new Map(
    subjects.all.map((subject) => {
      const known = before.get(subject.id) ?? none;
      return [subject, { discussions: new Set(known.discussions), replies: byId(known) }];
    }),
  );
  for (const place of places.filter(({ missing }) => missing === undefined)) {
    const found = await tried(place.name, place.found);
    if (found === undefined) continue;
    const answers: { subject: Subject; at: string; replies: readonly Reply[] | undefined }[] = [];
    for (const { subject, at } of pagesAbout(subjects, place, found))
      answers.push({ subject, at, replies: await tried(at, () => place.replies(at)) });
    const unheard = new Set(answers.flatMap(({ subject, replies }) => (replies ? [] : [subject])));
    for (const [subject, post] of posts) if (!unheard.has(subject)) forget(post, place);
    for (const { subject, at, replies = [] } of answers) {
      if (place.pages && !subject.discussions.includes(at)) posts.get(subject)?.discussions.add(at);
      for (const reply of replies) posts.get(subject)?.replies.set(reply.id, reply);
    }
  }
  const after = [...posts].map(([{ id }, { discussions, replies }]) => {
    const shown = inOrder([...replies.values()]).filter((reply) => !isHidden(reply, hidden));
    return [id, { discussions: [...discussions].sort(), replies: shown } satisfies PostReplies] as const;
  });
  return { after: new Map(after), failures };
}

/** The pages of a place that posts name, and those that it found to be about posts, each with its post, once. */
function pagesAbout({ all, at: subjectAt }: Subjects, { pages }: Place, found: readonly Found[]) {
  const named = all.flatMap((subject) => subject.discussions.map((at) => ({ subject, at })));
  const linked = found.flatMap(({ at, links }) => {
    const subject = links.map(subjectAt).find((post) => post !== undefined);
    return subject && pages?.test(at) !== false ? [{ subject, at }] : [];
  });
  const about = [...named.filter(({ at }) => pages?.test(at)), ...linked];
  return new Map(about.map((one) => [`${one.subject.id} ${one.at}`, one])).values();
}

function forget(post: { discussions: Set<string>; replies: Map<string, Reply> }, { name, pages }: Place): void {
  for (const id of post.replies.keys()) if (id.startsWith(`${name}:`)) post.replies.delete(id);
  for (const address of post.discussions) if (pages?.test(address)) post.discussions.delete(address);
}

export interface Change extends Readonly<Record<"added" | "changed" | "removed", readonly Reply[]>> {
  readonly id: string;
  /** The file as it should be; undefined where it has nothing to say any more. */
  readonly text: string | undefined;
}

/** The files that differ from before, in order of their posts. */
export function changesOf({ after }: Gathered, before: Known["before"]): Change[] {
  return [...after].flatMap(([id, now]) => {
    const then = before.get(id) ?? none;
    if (JSON.stringify(then) === JSON.stringify(now)) return [];
    const [old, young] = [byId(then), byId(now)];
    const isOther = (reply: Reply) => old.has(reply.id) && JSON.stringify(old.get(reply.id)) !== JSON.stringify(reply);
    const added = now.replies.filter((reply) => !old.has(reply.id));
    const removed = then.replies.filter((reply) => !young.has(reply.id));
    const text = now.replies.length + now.discussions.length === 0 ? undefined : repliesText(now);
    return [{ id, added, changed: now.replies.filter(isOther), removed, text }];
  });
}
