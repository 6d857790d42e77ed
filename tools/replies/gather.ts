import { inOrder, isHidden, type PostReplies, repliesText, type Reply } from "#model/replies.ts";
import { NoAnswer, type Place, type Subjects } from "./place.ts";

/** What is known before a gathering. */
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
  const tried = async <Found>(at: string, look: () => Promise<Found>): Promise<Found | undefined> => {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      failures.push({ at, why: error.message });
      return undefined;
    }
  };
  const posts = new Map(
    subjects.all.map(({ id }) => {
      const known = before.get(id) ?? none;
      return [id, { discussions: new Set(known.discussions), replies: byId(known) }];
    }),
  );
  for (const place of places.filter(({ missing }) => missing === undefined)) {
    const found = await tried(place.name, place.found);
    if (found === undefined) continue;
    const linked = found.flatMap(({ at, links }) => {
      if (place.pages?.test(at) === false) return [];
      const subject = links.map(subjects.at).find((post) => post !== undefined);
      return subject ? [{ subject, at }] : [];
    });
    const answers = new Map<
      string,
      { id: string; at: string; isNamed: boolean; replies: readonly Reply[] | undefined }
    >();
    for (const { subject, at } of [...named(place, subjects), ...linked]) {
      const [{ id }, key] = [subject, `${subject.id} ${at}`];
      const isNamed = subject.discussions.includes(at);
      if (!answers.has(key)) answers.set(key, { id, at, isNamed, replies: await tried(at, () => place.replies(at)) });
    }
    const unheard = new Set([...answers.values()].flatMap(({ id, replies }) => (replies ? [] : [id])));
    for (const [id, post] of posts) if (!unheard.has(id)) forget(post, place);
    for (const { id, at, isNamed, replies = [] } of answers.values()) {
      if (place.pages && !isNamed) posts.get(id)?.discussions.add(at);
      for (const reply of replies) posts.get(id)?.replies.set(reply.id, reply);
    }
  }
  const after = [...posts].map(([id, { discussions, replies }]) => {
    const shown = inOrder([...replies.values()]).filter((reply) => !isHidden(reply, hidden));
    return [id, { discussions: [...discussions].sort(), replies: shown } satisfies PostReplies] as const;
  });
  return { after: new Map(after), failures };
}

function named({ pages }: Place, { all }: Subjects) {
  const fitting = (discussions: readonly string[]) => discussions.filter((at) => pages?.test(at));
  return all.flatMap((subject) => fitting(subject.discussions).map((at) => ({ subject, at })));
}

function forget(post: { discussions: Set<string>; replies: Map<string, Reply> }, { name, pages }: Place): void {
  for (const id of post.replies.keys()) if (id.startsWith(`${name}:`)) post.replies.delete(id);
  for (const address of post.discussions) if (pages?.test(address)) post.discussions.delete(address);
}

/** How the replies of a post changed. */
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
