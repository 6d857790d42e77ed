import { defineCollection } from "astro:content";
import { repliesSchema } from "#model/replies.ts";
import { pages, posts, replies } from "#reading/collections.ts";
import { entrySchema } from "#model/post.ts";

export const collections = {
  posts: defineCollection({ loader: posts, schema: entrySchema }),
  pages: defineCollection({ loader: pages, schema: entrySchema }),
  /** What is said of posts elsewhere, by the ids of the posts. */
  replies: defineCollection({ loader: replies, schema: repliesSchema }),
};
