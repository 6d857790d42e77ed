import type { TermWithPosts } from "./catalogue.ts";
import type { Entry } from "./post.ts";

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
