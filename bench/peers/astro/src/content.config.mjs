import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { defineCollection } from "astro:content";

export const collections = {
  posts: defineCollection({
    loader: glob({ base: "./src/content/posts", pattern: "*.md" }),
    schema: z.object({
      title: z.string(),
      date: z.coerce.date(),
      description: z.string(),
      categories: z.array(z.string()),
      tags: z.array(z.string()),
    }),
  }),
};
