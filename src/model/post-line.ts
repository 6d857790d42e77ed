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

/** A series as its posts show it, in reading order. */
export type SeriesTerm = Pick<TermWithPosts, "label" | "path"> & {
  readonly posts: readonly Pick<Entry, "path" | "title">[];
};

/** The same without the rest of each post. */
export function serialOf({ label, path, posts }: SeriesTerm): SeriesTerm {
  return { label, path, posts: posts.map((post) => ({ path: post.path, title: post.title })) };
}

/** The place of a post in a series, from 0. */
export function placeIn({ posts }: SeriesTerm, { path }: Pick<Entry, "path">): number {
  return posts.findIndex((post) => post.path === path);
}
