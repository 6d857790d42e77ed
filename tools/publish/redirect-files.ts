import type { Move } from "#tools/prove/built-site.ts";
import { basePath, href, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** Cloudflare takes 2,000 plain redirects, and 100 with a placeholder; Netlify has no such bound. */
export const mostRedirects = 2000;

type Addressed = Pick<Site, "address">;

/** `_redirects` for Cloudflare and Netlify; percent-encoded, the plain forms first so that a bound cuts the rest. */
export function redirectsFile(moves: readonly Move[], site: Addressed): string {
  const plain = moves.map(({ from, to }) => `${encoded(site, from)} ${encoded(site, to)} 301`);
  const others = moves.flatMap(({ from, to }) =>
    otherForms(from).map((form) => `${encoded(site, form)} ${encoded(site, to)} 301`),
  );
  const feeds = `${basePath(site)}:kind/:term/index.xml ${basePath(site)}:kind/:term/rss.xml 301`;
  return [...[...plain, ...others].slice(0, mostRedirects), feeds, ""].join("\n");
}

/** The lines of an nginx map from `$uri` (decoded by nginx) to the address to send. */
export function nginxMoves(moves: readonly Move[], site: Addressed): string {
  return pairs(moves, site)
    .map(([from, to]) => `${from} ${to};`)
    .join("\n");
}

/** The lines of a Caddy map from `{path}` (decoded by Caddy) to the address to send. */
export function caddyMoves(moves: readonly Move[], site: Addressed): string {
  return pairs(moves, site)
    .map(([from, to]) => `${from} ${to}`)
    .join("\n");
}

function pairs(moves: readonly Move[], site: Addressed): [string, string][] {
  const all = moves.flatMap(({ from, to }) =>
    [from, ...otherForms(from)].map((form) => [decoded(site, form), encoded(site, to)] as const),
  );
  return [...new Map(all)].map(([from, to]) => [quoted(from), quoted(to)]);
}

/** The other ways in which an old site may have written an address: without the slash, as a file. */
function otherForms(from: string): string[] {
  if (!from.endsWith("/") || from === "/") return [];
  const bare = from.slice(0, -1);
  return [bare, `${bare}.html`, `${from}index.html`];
}

function encoded(site: Addressed, path: string): string {
  return new URL(url(site, path)).pathname;
}

function decoded(site: Addressed, path: string): string {
  return decodeURI(href(site, path));
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/gu, "\\$&")}"`;
}
