import type { Entry } from "./post.ts";
import type { Site } from "./site.ts";

/** The licence of an entry, else of the site; `url` where it is a page of the web. */
export function licenceOf(entry: Pick<Entry, "license"> | undefined, { license }: Pick<Site, "license">) {
  const own = entry?.license;
  if (own === undefined) return license || undefined;
  return { name: own, url: /^https?:/iu.test(own) && URL.canParse(own) ? own : undefined };
}
