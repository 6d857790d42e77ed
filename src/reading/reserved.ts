import { shortHash } from "#model/short-hash.ts";
import { folded } from "./written-path.ts";

/** Addresses of the site's own pages, of its files, and `/index/`, which many hosts take for the home page. */
const reserved =
  /^\/(?:|(?:404|index|posts|subscribe)\/|(?:posts\/)?page\/\d+\/|(?:categories|tags|series|archive|pictures|_astro)\/.*|(?:rss|atom|opml|sitemap[^/]*)\.xml\/|feed\.(?:json|css)\/|(?:robots|llms)\.txt\/)$/u;

/** Whether Seogo itself answers at an address, however its letters are written. */
export function isReserved(path: string): boolean {
  return reserved.test(folded(path));
}

/** An address that came of a file's name alone: with a hash at its end where it would be reserved (`/404/` → `/404-1a2b3c4d/`). */
export function unreserved(path: string): string {
  if (!isReserved(path) || path === "/") return path;
  const other = `${path.slice(0, -1)}-${shortHash(path)}/`;
  return isReserved(other) ? path : other;
}
