import { basePath } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { everyAnswer, headerRules } from "./headers.ts";

type Addressed = Pick<Site, "address">;

/** `_headers` for Cloudflare and Netlify, which join the values of a header that two rules set: so none is set twice. */
export function headersFile(site: Addressed): string {
  const base = basePath(site);
  const block = (glob: string, headers: Readonly<Record<string, string>>) =>
    [glob, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  const rules = headerRules.flatMap(({ below, headers }) => globs(base, below).map((glob) => block(glob, headers)));
  return [block("/*", everyAnswer), ...rules, ""].join("\n");
}

/** What goes into nginx's `http` block: which caching an address gets. */
export function nginxCaching(site: Addressed): string {
  const rules = headerRules.map(({ below, headers }) => `  "~^${pattern(site, below)}" "${headers["Cache-Control"]}";`);
  return ["map $uri $seogo_caching {", '  default "public, max-age=0, must-revalidate";', ...rules, "}"].join("\n");
}

/** What goes into nginx's `server` block: all headers at this one level, since a location that sets one loses the rest. */
export function nginxHeaders(site: Addressed): string {
  const headers = Object.entries({ ...everyAnswer, "Cache-Control": "$seogo_caching" }).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  const types = headerRules.flatMap(({ below, headers: { "Content-Type": type } }) =>
    type === undefined ? [] : [`location ~ "^${pattern(site, below)}" { types {} default_type "${type}"; }`],
  );
  return [...headers, ...types].join("\n");
}

/** What goes into a Caddy site's block. */
export function caddyHeaders(site: Addressed): string {
  const every = Object.entries({ ...everyAnswer, "Cache-Control": "public, max-age=0, must-revalidate" }).map(
    ([name, value]) => `\t${name} ${JSON.stringify(value)}`,
  );
  const rules = headerRules.flatMap(({ below, headers }, index) => [
    `@seogo${index} path_regexp ^${pattern(site, below)}`,
    `header @seogo${index} {`,
    ...Object.entries(headers).map(([name, value]) => `\t${name} ${JSON.stringify(value)}`),
    "\tdefer",
    "}",
  ]);
  return ["header {", ...every, "\t-Server", "\tdefer", "}", ...rules].join("\n");
}

function globs(base: string, below: string): string[] {
  return below.startsWith("**/") ? [`${base}${below.slice(3)}`, `${base}*/${below.slice(3)}`] : [`${base}${below}*`];
}

function pattern(site: Addressed, below: string): string {
  const literal = (text: string) => text.replace(/[.\\+*?^$(){}|[\]]/gu, "\\$&");
  const base = literal(basePath(site));
  return below.startsWith("**/") ? `${base}(?:.*/)?${literal(below.slice(3))}$` : `${base}${literal(below)}`;
}
