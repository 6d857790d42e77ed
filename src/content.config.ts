import { defineCollection } from "astro:content";
import { buildTime } from "#reading/clock.ts";
import { contentLoaders } from "#reading/loader.ts";
import { storedEntrySchema } from "#reading/schema.ts";
import { site } from "#site.config.ts";

const loaders = contentLoaders({ site, root: process.cwd(), now: buildTime(), cacheDir: ".seogo" });

export const collections = {
  posts: defineCollection({ loader: loaders.posts, schema: storedEntrySchema }),
  pages: defineCollection({ loader: loaders.pages, schema: storedEntrySchema }),
};
