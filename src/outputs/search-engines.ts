import { fixedPaths, url } from "#model/address.ts";
import { escapedText } from "#model/escape.ts";
import { byCodePoint } from "#model/order.ts";
import type { Site } from "#model/site.ts";
import { interfaceText } from "#text/interface.ts";
import type { MapLine } from "./map-file.ts";

/** Crawlers that gather text for language models, by the names their makers publish. */
const modelCrawlers =
  "AI2Bot Amazonbot anthropic-ai Applebot-Extended Bytespider CCBot ClaudeBot cohere-ai Diffbot FacebookBot Google-Extended " +
  "GPTBot meta-externalagent omgili PanguBot";

/** `/robots.txt`: everyone may read all, model crawlers as the owner says; where the map is; Daum's proof of ownership. */
export function robots(site: Site): string {
  const refused = modelCrawlers.split(" ").map((name) => `User-agent: ${name}`);
  const daum = site.verification.daum?.replace(/^#?DaumWebMasterTool:|\s/gu, "");
  return [
    ...(daum === undefined ? [] : [`#DaumWebMasterTool:${daum}`]),
    ...(site.modelCrawlers === "deny" ? [...refused, "Disallow: /", ""] : []),
    "User-agent: *",
    "Allow: /",
    "",
    `Sitemap: ${url(site, "/sitemap-index.xml")}`,
    "",
  ].join("\n");
}

const maxAddresses = 10_000;

/** The site-relative path of the file that proves the key is the owner's; its text is the key. */
export function keyPath(key: string): string {
  return `/${key}.txt`;
}

/** Addresses that are new, gone, or dated differently, in code point order; what stayed the same is left out. */
export function changedAddresses(before: readonly MapLine[], after: readonly MapLine[]): string[] {
  const dates = new Map(before.map(({ loc, lastmod }) => [loc, lastmod]));
  const now = new Set(after.map(({ loc }) => loc));
  const changed = after.filter(({ loc, lastmod }) => !dates.has(loc) || dates.get(loc) !== lastmod);
  const gone = before.filter(({ loc }) => !now.has(loc));
  return [...new Set([...changed, ...gone].map(({ loc }) => loc))].sort(byCodePoint);
}

/** The bodies of the IndexNow requests (indexnow.org/documentation) that tell of some addresses, at most 10,000 in each; addresses of other hosts are left out. */
export function notices(site: Site, key: string, addresses: readonly string[]) {
  const home = url(site, "/");
  const own = addresses.filter((address) => address.startsWith(home));
  return Array.from({ length: Math.ceil(own.length / maxAddresses) }, (_, index) => ({
    host: new URL(home).host,
    key,
    keyLocation: url(site, keyPath(key)),
    urlList: own.slice(index * maxAddresses, (index + 1) * maxAddresses),
  }));
}

/** The path of the description by which a browser searches the site from its bar (OpenSearch 1.1). */
export const openSearchPath = "/opensearch.xml";

export function openSearch(site: Site): string {
  const name = Array.from(site.title).slice(0, 16).join("");
  const about = `${site.title} · ${interfaceText(site).search}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escapedText(name)}</ShortName><Description>${escapedText(about)}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${escapedText(url(site, fixedPaths.search))}?q={searchTerms}"/></OpenSearchDescription>
`;
}
