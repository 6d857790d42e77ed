import { fileOf, fixedPaths, href, url } from "#model/address.ts";
import { escaped } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import { said, type Word } from "#text/words.ts";
import type { Redirect } from "#tools/prove/built-site.ts";
import { caddyHeaders, caddyRules, type Headed, headersFile, nginxCaching, nginxHeaders } from "./headers.ts";
import { caddyRedirects, type Left, nginxRedirects, redirectsFile } from "./redirect-files.ts";

type InLanguage = Pick<Site, "language" | "title" | "prefix">;
/** `others` are the site in its other languages. */
type ServedSite = Headed & Pick<Site, "address"> & InLanguage & { readonly others?: readonly InLanguage[] };

/**
 * Files by path below the site's folder that tell hosts of redirects and headers; `pages` adds a page for each redirect, for
 * hosts that cannot answer that an address is gone either.
 */
export function hostFiles({ redirects, gone }: Left, site: ServedSite, pages: boolean): Map<string, string> {
  const files = new Map([
    ["_redirects", redirectsFile({ redirects, gone: pages ? [] : gone }, site)],
    ["_headers", headersFile(site)],
  ]);
  const shown = pages ? redirects.filter(({ from }) => /(?:\/|\.html?)$/u.test(from)) : [];
  for (const redirect of shown) {
    const own = site.others?.find(({ prefix = "" }) => redirect.to.startsWith(`${prefix}/`));
    files.set(fileOf(redirect.from), redirectPage(redirect, { ...site, ...own }));
  }
  return files;
}

/** The small page that stands at an old address on hosts without redirects; the only page of ours that refreshes. */
export function redirectPage({ to }: Redirect, site: Pick<Site, "address" | "language" | "title">): string {
  const text = (word: Word) => escaped(said(word, { site: site.title }, site.language));
  const target = escaped(href(site, to));
  return `<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text("moved-title")}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escaped(url(site, to))}">
<meta http-equiv="refresh" content="0; url=${target}">
</head>
<body><h1>${text("moved-heading")}</h1><p><a href="${target}">${text("moved-link")}</a></p></body>
</html>
`;
}

/** Whether a page is such a one: its address has no page of its own. */
export function isRedirectPage(html: string): boolean {
  return html.includes('<meta http-equiv="refresh"');
}

/** Files that an owner's own server includes, by name; they stand outside the published folder. */
export function serverFiles(left: Left, site: ServedSite): Map<string, string> {
  return new Map([
    ["nginx-http.conf", `${nginxRedirects(left, site)}\n${nginxCaching(site)}\n`],
    ["nginx-server.conf", `${nginxHeaders(site)}\n${nginxAnswers}\n${nginxSearch(site)}`],
    ["every-answer.caddy", `${caddyHeaders(site)}\n`],
    [
      "site.caddy",
      `${caddyRules(site)}\nmap {path} {seogo_move} {\n${caddyRedirects(left, site)}\ndefault ""\n}\n${caddyAnswers}${caddySearch(site)}`,
    ],
  ]);
}

// Other generators name every list's feed index.xml.
const nginxAnswers = String.raw`if ($seogo_move = gone) { return 410; }
if ($seogo_move) { return 301 $seogo_move$is_args$args; }
rewrite "^(/.+/)index\.xml$" $1rss.xml permanent;`;

const caddyAnswers = `@seogo_gone expression {seogo_move} == "gone"
error @seogo_gone 410
@seogo_moved expression {seogo_move} != "" && {seogo_move} != "gone"
map {query} {seogo_query} {
\t"" ""
\tdefault "?{query}"
}
redir @seogo_moved {seogo_move}{seogo_query} 301
@seogo_feed path_regexp ^/.+/index\\.xml$
route @seogo_feed {
\turi replace /index.xml /rss.xml
\tredir {uri} 301
}
`;

const answerer = "127.0.0.1:8098";

/** The search page comes from the answerer (`npm run search`), as it was published where that does not run. */
function nginxSearch(site: ServedSite): string {
  if (site.search !== "own") return "";
  const path = href(site, fixedPaths.search);
  return `location = ${path} { proxy_pass http://${answerer}; error_page 502 504 = ${path}index.html; }\n`;
}

function caddySearch(site: ServedSite): string {
  if (site.search !== "own") return "";
  return `@seogo_search path ${href(site, fixedPaths.search)}\nreverse_proxy @seogo_search ${answerer}\n`;
}
