import { site } from "#site.config.ts";
import { buildTime } from "./clock.ts";
import { contentLoaders } from "./loader.ts";
import { storedEntrySchema } from "./schema.ts";

const loaders = contentLoaders({ site, root: process.cwd(), now: buildTime(), cacheDir: ".seogo" });

/** Where Astro's collections get their entries, and what an entry is. */
export const sources = {
  posts: { loader: loaders.posts, schema: storedEntrySchema },
  pages: { loader: loaders.pages, schema: storedEntrySchema },
};
