import { site } from "#site.config.ts";
import { buildTime } from "./clock.ts";
import { contentLoaders } from "./loader.ts";

/** Where Astro's collections get their entries: one reading of the content for both. */
export const { posts, pages } = contentLoaders({ site, root: process.cwd(), now: buildTime(), cacheDir: ".seogo" });
