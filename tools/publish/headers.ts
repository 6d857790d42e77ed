import { basePath } from "#model/address.ts";
import { contentPolicy } from "#model/content-policy.ts";
import { escapedPattern } from "#model/escape.ts";
import { searchForm } from "#model/search.ts";
import type { Site } from "#model/site.ts";
import { feedFormats } from "#outputs/feed-address.ts";

/** What headers go by: the site's address and search, and the origins of the other sites' pictures that it shows. */
export type Headed = Pick<Site, "address"> &
  Partial<Pick<Site, "search">> & { readonly pictureOrigins?: readonly string[] };

export const everyAnswer = (site: Headed): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": contentPolicy(site.pictureOrigins ?? [], searchForm({ search: false, ...site })?.origins),
  // Heeded over TLS alone; a year, and this name alone: other names below it may be other people's.
  "Strict-Transport-Security": "max-age=31536000",
  // For browsers that do not know the policy's frame-ancestors.
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
});

/** Headers for some addresses, beside those of every answer. */
interface HeaderRule {
  /** A folder below the base (`assets/`) or, after two stars, a file name in any folder. */
  readonly below: string;
  readonly headers: { readonly "Cache-Control": string; readonly "Content-Type"?: string };
}

const hashed = "public, max-age=31536000, immutable";
const feed = "public, max-age=900";

/** What differs from asking again each time: hashed files never change; readers ask for feeds often. */
const headerRules: readonly HeaderRule[] = [
  { below: "assets/", headers: { "Cache-Control": hashed } },
  { below: "pictures/", headers: { "Cache-Control": hashed } },
  ...Object.values(feedFormats).map(({ file, type }) => ({
    below: `**/${file}`,
    // As application/rss+xml Firefox and Safari would offer a download; readers take either.
    headers: { "Cache-Control": feed, "Content-Type": `${type.replace(/\/\w+\+xml$/u, "/xml")}; charset=utf-8` },
  })),
];

type Addressed = Pick<Site, "address">;

/** `_headers` for Cloudflare and Netlify, which join the values of a header that two rules set: so none is set twice. */
export function headersFile(site: Headed): string {
  const base = basePath(site);
  const block = (glob: string, headers: Readonly<Record<string, string>>) =>
    [glob, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const globs = (below: string) =>
    below.startsWith("**/") ? [`${base}${below.slice(3)}`, `${base}*/${below.slice(3)}`] : [`${base}${below}*`];
  const rules = headerRules.flatMap(({ below, headers }) => globs(below).map((glob) => block(glob, headers)));
  return [block("/*", everyAnswer(site)), ...rules, ""].join("\n");
}

/** What goes into nginx's `http` block: which caching an address gets. */
export function nginxCaching(site: Addressed): string {
  const rules = headerRules.map(({ below, headers }) => `  "~^${pattern(site, below)}" "${headers["Cache-Control"]}";`);
  return ["map $uri $seogo_caching {", '  default "public, max-age=0, must-revalidate";', ...rules, "}"].join("\n");
}

/** What goes into nginx's `server` block: all headers at this one level, since a location that sets one loses the rest. */
export function nginxHeaders(site: Headed): string {
  const headers = Object.entries({ ...everyAnswer(site), "Cache-Control": "$seogo_caching" }).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  const types = headerRules.flatMap(({ below, headers: { "Content-Type": type } }) =>
    type === undefined ? [] : [`location ~ "^${pattern(site, below)}" { types {} default_type "${type}"; }`],
  );
  return [...headers, ...types].join("\n");
}

/** What goes into a Caddy site's block and into its `handle_errors`: the headers of every answer. */
export function caddyHeaders(site: Headed): string {
  const every = Object.entries({ ...everyAnswer(site), "Cache-Control": "public, max-age=0, must-revalidate" });
  return ["header {", ...every.map(caddyLine), "\t-Server", "\tdefer", "}"].join("\n");
}

/** What goes into a Caddy site's block alone: caching and types by address. */
export function caddyRules(site: Addressed): string {
  const rules = headerRules.flatMap(({ below, headers }, index) => [
    `@seogo${index} path_regexp ^${pattern(site, below)}`,
    `header @seogo${index} {`,
    ...Object.entries(headers).map(caddyLine),
    "\tdefer",
    "}",
  ]);
  return rules.join("\n");
}

function caddyLine([name, value]: [string, string]): string {
  return `\t${name} ${JSON.stringify(value)}`;
}

function pattern(site: Addressed, below: string): string {
  const base = escapedPattern(basePath(site));
  return below.startsWith("**/") ? `${base}(?:.*/)?${escapedPattern(below.slice(3))}$` : base + escapedPattern(below);
}
