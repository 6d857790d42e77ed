import { createRequire } from "node:module";
// Where astro:content has it from; the rest of that module, which nothing here asks for, costs a third of a second.
import { defineCollection } from "astro/content/config";

// A build takes the modules that Node has loaded for astro.config.mjs: through Vite they cost a second once more.
const reading: typeof import("#reading/collections.ts") = import.meta.env.DEV
  ? await import("#reading/collections.ts")
  : createRequire(import.meta.url)("#reading/collections.ts");

export const collections = {
  posts: defineCollection(reading.sources.posts),
  pages: defineCollection(reading.sources.pages),
};
