import { inOrder, isHidden, type PostReplies, repliesText, type Reply } from "#model/replies.ts";
import { NoAnswer } from "./ask.ts";
import type { Place, Subjects } from "./place.ts";

/** What is known before a gathering. */
export interface Known {
  /** By the post's id. */
  readonly before: ReadonlyMap<string, PostReplies>;
  readonly hidden: ReadonlySet<string>;
}

/** What came of asking: every post's replies as they are now, and what did not answer, whose replies stay as they were. */
export interface Gathered {
  readonly after: ReadonlyMap<string, PostReplies>;
  readonly failures: readonly { readonly at: string; readonly why: string }[];
}

const none: PostReplies = { discussions: [], replies: [] };

/** Asks every place about every post. */
export async function gather(
  places: readonly Place[],
  subjects: Subjects,
  { before, hidden }: Known,
): Promise<Gathered> {
  const failures: { at: string; why: string }[] = [];
  const found = new Map(
    subjects.all.map(({ id }) => [id, { discussions: new Set<string>(), replies: new Map<string, Reply>() }]),
  );
  const keep = (place: Place, id: string) => {
    const { discussions, replies } = before.get(id) ?? none;
    for (const address of discussions) found.get(id)?.discussions.add(address);
    for (const reply of replies) if (reply.id.startsWith(`${place.name}:`)) found.get(id)?.replies.set(reply.id, reply);
  };
  for (const place of places) {
    const asked =
      place.missing === undefined ? await tried(place.name, () => place.discussions(subjects), failures) : undefined;
    if (asked === undefined) for (const id of found.keys()) keep(place, id);
    const pairs = new Map(asked?.map((one) => [`${one.subject.id} ${one.at}`, one]));
    for (const { subject, at } of pairs.values()) {
      const replies = await tried(at, () => place.replies(at), failures);
      if (replies === undefined) keep(place, subject.id);
      if (place.name !== "webmention" && !subject.discussions.includes(at)) found.get(subject.id)?.discussions.add(at);
      for (const reply of replies ?? []) found.get(subject.id)?.replies.set(reply.id, reply);
    }
  }
  const asked = new Set<string>(places.map(({ name }) => name));
  const others = (id: string) =>
    (before.get(id) ?? none).replies.filter((reply) => !asked.has(reply.id.split(":", 1)[0] ?? ""));
  const after = [...found].map(([id, { discussions, replies }]) => {
    const all = inOrder([...others(id), ...replies.values()]).filter((reply) => !isHidden(reply, hidden));
    return [id, { discussions: [...discussions].sort(), replies: all }] as const;
  });
  return { after: new Map(after), failures };
}

async function tried<Found>(
  at: string,
  look: () => Promise<Found>,
  failures: { at: string; why: string }[],
): Promise<Found | undefined> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    failures.push({ at, why: error.message });
    return undefined;
  }
}

/** How the replies of a post changed. */
export interface Change {
  readonly id: string;
  readonly added: readonly Reply[];
  readonly changed: readonly Reply[];
  readonly removed: readonly Reply[];
  /** The file as it should be; undefined where it has nothing to say any more. */
  readonly text: string | undefined;
}

/** The files that are other ones than before, in order of their posts. */
export function changesOf({ after }: Gathered, before: Known["before"]): Change[] {
  return [...after].flatMap(([id, now]) => {
    const then = before.get(id) ?? none;
    if (JSON.stringify(then) === JSON.stringify(now)) return [];
    const [old, young] = [then, now].map(({ replies }) => new Map(replies.map((reply) => [reply.id, reply])));
    const isEmpty = now.replies.length + now.discussions.length === 0;
    return [
      {
        id,
        added: now.replies.filter((reply) => !old?.has(reply.id)),
        changed: now.replies.filter(
          (reply) => old?.has(reply.id) && JSON.stringify(old.get(reply.id)) !== JSON.stringify(reply),
        ),
        removed: then.replies.filter((reply) => !young?.has(reply.id)),
        text: isEmpty ? undefined : repliesText(now),
      },
    ];
  });
}
