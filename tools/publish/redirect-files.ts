import type { Move } from "#tools/prove/built-site.ts";
import { basePath, href, url } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** Cloudflare takes 2,000 plain redirects, and 100 with a placeholder; Netlify has no such bound. */
export const mostRedirects = 2000;

type Addressed = Pick<Site, "address">;

/** Addresses at which nothing stands any more: moves lead on, gone ones answer 410. */
export interface Left {
  readonly moves: readonly Move[];
  readonly gone: readonly string[];
}

/** `_redirects` for Cloudflare and Netlify; percent-encoded, the plain forms first so that a bound cuts the rest. Netlify alone takes a 410. */
export function redirectsFile({ moves, gone }: Left, site: Addressed): string {
  const plain = moves.map(({ from, to }) => `${encoded(site, from)} ${encoded(site, to)} 301`);
  const others = moves.flatMap(({ from, to }) =>
    otherForms(from).map((form) => `${encoded(site, form)} ${encoded(site, to)} 301`),
  );
  const feeds = `${basePath(site)}:kind/:term/index.xml ${basePath(site)}:kind/:term/rss.xml 301`;
  const taken = gone.flatMap(allForms).map((form) => `${encoded(site, form)} ${encoded(site, "/404.html")} 410`);
  return [...[...plain, ...others].slice(0, mostRedirects), ...taken, feeds, ""].join("\n");
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

/** The lines of an nginx map that is 1 for an address that is gone. */
export function nginxGone(gone: readonly string[], site: Addressed): string {
  return forms(gone, site)
    .map((form) => `${form} 1;`)
    .join("\n");
}

/** What tells Caddy which addresses are gone. */
export function caddyGone(gone: readonly string[], site: Addressed): string {
  const lines = forms(gone, site).map((form) => `${form} 1\n`);
  return `map {path} {seogo_gone} {\n${lines.join("")}default ""\n}\n@seogo_gone expression {seogo_gone} != ""\nerror @seogo_gone 410\n`;
}

function forms(gone: readonly string[], site: Addressed): string[] {
  return [...new Set(gone.flatMap(allForms))].map((form) => quoted(decoded(site, form)));
}

function allForms(path: string): string[] {
  return [path, ...otherForms(path)];
}

function pairs(moves: readonly Move[], site: Addressed): [string, string][] {
  const all = moves.flatMap(({ from, to }) =>
    allForms(from).map((form) => [decoded(site, form), encoded(site, to)] as const),
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
