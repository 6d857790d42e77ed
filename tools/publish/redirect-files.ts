import type { Redirect } from "#tools/prove/built-site.ts";
import { basePath } from "#model/address.ts";
import type { Site } from "#model/site.ts";

/** Cloudflare takes 2,000 plain redirects, and 100 with a placeholder; Netlify has no such bound. */
export const mostRedirects = 2000;

type Addressed = Pick<Site, "address"> & Partial<Pick<Site, "languages">>;

/** Addresses at which nothing stands any more: redirects lead on, gone ones answer 410. */
export interface Left {
  readonly redirects: readonly Redirect[];
  readonly gone: readonly string[];
}

/** `_redirects` for Cloudflare and Netlify; percent-encoded, the plain forms first so that a bound cuts the rest. Netlify alone takes a 410. */
export function redirectsFile({ redirects, gone }: Left, site: Addressed): string {
  // In the first column a star is any text and a colon begins a name.
  const line = (from: string, to: string, status: number) =>
    `${asked(site, from).replace(/[*:]/gu, percent)} ${asTarget(site, to)} ${String(status)}`;
  const plain = redirects.map(({ from, to }) => line(from, to, 301));
  const others = redirects.flatMap(({ from, to }) => otherForms(from).map((form) => line(form, to, 301)));
  const feeds = ["", ...Object.keys(site.languages ?? {}).map((language) => `${language}/`)].map(
    (part) => `${basePath(site)}${part}:kind/:term/index.xml ${basePath(site)}${part}:kind/:term/rss.xml 301`,
  );
  const taken = gone.flatMap(allForms).map((form) => line(form, "/404.html", 410));
  return [...[...plain, ...others].slice(0, mostRedirects), ...taken, ...feeds, ""].join("\n");
}

/**
 * What nginx needs in its `http` block to set `$seogo_move` to where an address leads, to `gone`, or to nothing. Its maps
 * ignore the case of A to Z, so a first one finds all addresses that differ by case, and a second the one that is equal.
 */
export function nginxRedirects(left: Left, site: Addressed): string {
  const folded = ([from]: readonly [string, string]) => from.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
  const lines = [...Map.groupBy(answers(left, site), folded)].map(
    ([key, found]) => `"${nginxText(key)}" "=${found.map(([from, to]) => `\\n${nginxValue(from)}\\n${to}`).join("")}";`,
  );
  const longest = lines.reduce((most, line) => Math.max(most, Buffer.byteLength(line)), 0);
  return [
    // A bucket holds at least one key; nginx wants a power of two.
    `map_hash_bucket_size ${String(2 ** Math.ceil(Math.log2(Math.max(longest, 900) + 100)))};`,
    "map_hash_max_size 65536;",
    // In a map's values a dollar sign begins a variable, and nothing escapes it.
    'geo $seogo_dollar { default "$"; }',
    "map $uri $seogo_found {\nvolatile;",
    ...lines,
    '}\nmap "$seogo_found\\n$uri" $seogo_move {\nvolatile;',
    String.raw`"~^=(?:\n[^\n]*\n[^\n]*)*?\n([^\n]*)\n([^\n]*)(?:\n[^\n]*\n[^\n]*)*\n\1$" $2;`,
    "}",
  ].join("\n");
}

/** The lines of a Caddy map from `{path}` (decoded by Caddy) to where an address leads, or to `gone`. */
export function caddyRedirects(left: Left, site: Addressed): string {
  return answers(left, site)
    .map(([from, to]) => `${caddyKey(from)} "${to}"`)
    .join("\n");
}

/** Every form of every address, decoded as servers compare it, once, with where it leads. */
function answers({ redirects, gone }: Left, site: Addressed): [from: string, to: string][] {
  const all = [
    ...gone.flatMap((path) => allForms(path).map((form) => [decoded(site, form), "gone"] as const)),
    ...redirects.flatMap(({ from, to }) =>
      allForms(from).map((form) => [decoded(site, form), asTarget(site, to)] as const),
    ),
  ];
  return [...new Map(all)].filter(([from]) => !/\p{Cc}/u.test(from));
}

function allForms(path: string): string[] {
  return [path, ...otherForms(path)];
}

/** The other ways in which an old site may have written an address: without the slash, as a file. */
function otherForms(from: string): string[] {
  if (!from.endsWith("/") || from === "/") return [];
  const bare = from.slice(0, -1);
  return [bare, `${bare}.html`, `${from}index.html`];
}

/** A site-relative path as servers see it: below the base, no percent codes. */
function decoded(site: Addressed, path: string): string {
  const whole = `${decodeURIComponent(basePath(site))}${path.normalize("NFC").toWellFormed()}`;
  return whole.replace(/\/{2,}/gu, "/");
}

/** The same as browsers ask for it. */
function asked(site: Addressed, path: string): string {
  return encodeURI(decoded(site, path)).replace(/[?#']/gu, percent);
}

/** Where a redirect leads; servers read a dollar sign as the beginning of a variable. */
function asTarget(site: Addressed, path: string): string {
  return asked(site, path).replaceAll("$", percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function nginxText(text: string): string {
  return text.replace(/["\\]/gu, "\\$&");
}

function nginxValue(text: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: nginx writes a variable so.
  return nginxText(text).replaceAll("$", "${seogo_dollar}");
}

/** In Caddy's quotes nothing but a quote can be escaped, and braces are filled in; an expression can write them all. */
function caddyKey(text: string): string {
  if (!/["\\`{}]/u.test(text)) return `"${text}"`;
  const escaped = text.replace(/[^\p{L}\p{N}/ -]/gu, (sign) => `\\x{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return `"~^${escaped}$"`;
}
