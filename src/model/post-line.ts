import type { TermWithPosts } from "./catalogue.ts";
import type { Entry, Picture } from "./post.ts";
import type { Site } from "./site.ts";

const shown = [
  "path",
  "title",
  "summary",
  "date",
  "draft",
  "scheduled",
  "categories",
  "image",
  "remoteImage",
  "lang",
] as const;

/** What lists show of a post: a page that lists it is made again when any of this changes, so a layout shows nothing else. */
export type PostLine = Pick<Entry, (typeof shown)[number]> & { readonly thumbnail?: Picture };

/** The line of a post, without the rest of it; with the picture that lists show, where the site wants any: its cover, else the first of its own. */
export function lineOf(entry: Entry, { list }: Pick<Site, "list">): PostLine {
  const line = Object.fromEntries(shown.map((field) => [field, entry[field]])) as unknown as PostLine;
  const thumbnail = entry.image ?? entry.pictures.find(({ width = 0 }) => width >= 200);
  return list === "pictures" && thumbnail ? { ...line, thumbnail } : line;
}

/** What leads to a post. */
export interface Titled extends Pick<Entry, "path" | "title"> {
  readonly lang?: string | undefined;
}

export interface SeriesPlace extends Pick<TermWithPosts, "label" | "path"> {
  /** The post's place in the series, from 1, and how many posts it has. */
  readonly place: number;
  readonly count: number;
  /** The posts around it in reading order, itself among them, and the place of their first. */
  readonly posts: readonly Titled[];
  readonly first: number;
}

/** So many posts of a series are shown on each side of one: all on each would make a long series grow by its square. */
const oneSide = 20;

/** What a post of a series shows of it; at an end of the series more of the other side. */
export function serialOf(
  { label, path, posts }: Pick<TermWithPosts, "label" | "path" | "posts">,
  entry: Entry,
): SeriesPlace {
  const at = posts.findIndex((post) => post.path === entry.path);
  const start = Math.max(0, Math.min(at - oneSide, posts.length - 2 * oneSide - 1));
  const around = posts.slice(start, start + 2 * oneSide + 1);
  const shown = around.map((post) => ({ path: post.path, title: post.title, lang: post.lang }));
  return { label, path, place: at + 1, count: posts.length, posts: shown, first: start + 1 };
}
