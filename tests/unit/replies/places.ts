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

/** What a stranger may send, and what is kept of it. */
export const hostile = `<p onclick="x()">안녕<script>alert(1)</script><img src="https://spy.example/p.png" alt="웃음"><a href="javascript:x()">가</a></p><style>*{}</style>`;
export const made = "<p>안녕웃음가</p>";

/** A mention as webmention.io tells it. */
export const mention = (id: number, more: object = {}) => ({
  type: "entry",
  author: {
    type: "card",
    name: `이웃 ${id}`,
    photo: "https://webmention.io/avatar/1.jpg",
    url: "https://neighbour.example/",
  },
  url: `https://neighbour.example/${id}`,
  published: "2026-03-01T09:00:00+09:00",
  "wm-received": "2026-03-02T00:00:00Z",
  "wm-id": id,
  "wm-source": `https://neighbour.example/${id}`,
  "wm-target": "https://user.example/blog/posts/%EB%B4%84/?utm=1",
  "wm-property": "in-reply-to",
  "wm-private": false,
  content: { html: `<p>답 ${id}</p>`, text: `답 ${id}` },
  ...more,
});
