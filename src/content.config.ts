import { defineCollection } from "astro:content";
import { pages, posts } from "#reading/collections.ts";
import { entrySchema } from "#reading/entry-schema.ts";

export const collections = {
  posts: defineCollection({ loader: posts, schema: entrySchema }),
  pages: defineCollection({ loader: pages, schema: entrySchema }),
};
