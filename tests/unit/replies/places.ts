import type { PostReplies, Reply } from "#model/replies.ts";
import { defineSite } from "#model/site.ts";
import { gather, type Gathered } from "#tools/replies/gather.ts";
import { type Place, type Subject, subjectsOf } from "#tools/replies/place.ts";

const site = defineSite({ address: "https://user.example/blog/" });
const subject = (path: string, more: Partial<Subject> = {}): Subject => ({
  id: path.slice("/posts/".length, -1),
  path,
  aliases: [],
  discussions: [],
  ...more,
});

/** Two posts, one of which had another address before. */
export const posts = (discussions: readonly string[] = []) => [
  subject("/posts/봄/", { discussions, aliases: ["/옛-봄/"] }),
  subject("/posts/여름/"),
];

/** Gathers from one place. */
export function gathered(
  place: Place,
  before: Gathered["after"] = new Map(),
  { all = posts(), hidden = [] }: { all?: readonly Subject[]; hidden?: readonly string[] } = {},
): Promise<Gathered> {
  return gather([place], subjectsOf(all, site), { before, hidden: new Set(hidden) });
}

/** What was gathered of a post. */
export function of({ after }: Gathered, id: string): PostReplies {
  return after.get(id) ?? { discussions: [], replies: [] };
}

/** Who said what to whom, in order. */
export function said(replies: readonly Reply[]): string[] {
  return replies.map(({ name, to = "", html }) => `${name}${to === "" ? "" : ` → ${to}`}: ${html}`);
}
