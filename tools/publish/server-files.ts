import { fileOf } from "#model/address.ts";
import type { Site } from "#model/site.ts";
import { caddyHeaders, caddyRules, type Headed, headersFile, nginxCaching, nginxHeaders } from "./header-files.ts";
import { movePage } from "./move-page.ts";
import { caddyGone, caddyMoves, type Left, nginxGone, nginxMoves, redirectsFile } from "./redirect-files.ts";

type Told = Headed & Pick<Site, "address" | "language" | "title">;

/**
 * Files by path below the site's folder that tell hosts of moves and headers; `pages` adds a page for each move, for
 * hosts that cannot answer that an address is gone either.
 */
export function hostFiles({ moves, gone }: Left, site: Told, pages: boolean): Map<string, string> {
  const files = new Map([
    ["_redirects", redirectsFile({ moves, gone: pages ? [] : gone }, site)],
    ["_headers", headersFile(site)],
  ]);
  const shown = pages ? moves.filter(({ from }) => /(?:\/|\.html?)$/u.test(from)) : [];
  for (const move of shown) files.set(fileOf(move.from), movePage(move, site));
  return files;
}

/** Files that an owner's own server includes, by name; they stand outside the published folder. */
export function serverFiles({ moves, gone }: Left, site: Told): Map<string, string> {
  return new Map([
    [
      "nginx-http.conf",
      `map_hash_bucket_size 1024;\nmap_hash_max_size 65536;\n${nginxCaching(site)}\nmap $uri $seogo_move {\n${nginxMoves(moves, site)}\n}\nmap $uri $seogo_gone {\nvolatile;\n${nginxGone(gone, site)}\n}\n`,
    ],
    [
      "nginx-server.conf",
      `${nginxHeaders(site)}\nif ($seogo_move) { return 301 $seogo_move; }\nif ($seogo_gone) { return 410; }\nrewrite "^(/.+/)index\\.xml$" $1rss.xml permanent;\n`,
    ],
    ["every-answer.caddy", `${caddyHeaders(site)}\n`],
    [
      "site.caddy",
      `${caddyRules(site)}\nmap {path} {seogo_move} {\n${caddyMoves(moves, site)}\ndefault ""\n}\n@seogo_moved expression {seogo_move} != ""\nredir @seogo_moved {seogo_move} 301\n${caddyGone(gone, site)}${caddyTermFeeds}`,
    ],
  ]);
}

/** Other generators name every list's feed index.xml. */
const caddyTermFeeds = `@seogo_feed path_regexp ^/.+/index\\.xml$
route @seogo_feed {
\turi replace /index.xml /rss.xml
\tredir {uri} 301
}
`;
