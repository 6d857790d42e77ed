import { statSync } from "node:fs";
import type { Site } from "#model/site.ts";
import { site } from "#site.config.ts";
import { buildTime } from "./clock.ts";
import { contentLoaders } from "./loader.ts";

const settings = new URL("../site.config.ts", import.meta.url);

/** The settings as they are now: under an address of its own, Vite loads a module anew. */
async function latest(): Promise<Site> {
  const version = String(statSync(settings).mtimeMs);
  return ((await import(/* @vite-ignore */ `${settings.href}?${version}`)) as { site: Site }).site;
}

/** In a build and a dev server of ours, unless `SEOGO_STORE=whole` says that this Astro's runtime does not ask as `tools/build/shared-modules.ts` expects. */
const { SEOGO_OUT_DIR: folder, SEOGO_STORE: store } = process.env;
const aside = store === "aside" || (folder !== undefined && store !== "whole");

/** Where Astro's collections get their entries: one reading of the content for all. */
export const { posts, pages, replies } = contentLoaders({
  site,
  latest,
  root: process.cwd(),
  now: buildTime(),
  cacheDir: ".seogo",
  aside,
});
