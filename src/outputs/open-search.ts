import { fixedPaths, url } from "#model/address.ts";
import { escapedText } from "#model/escape.ts";
import type { Site } from "#model/site.ts";
import { interfaceText } from "#text/interface.ts";

/** The path of the description by which a browser searches the site from its bar (OpenSearch 1.1). */
export const openSearchPath = "/opensearch.xml";

/** That description. */
export function openSearch(site: Site): string {
  const name = Array.from(site.title).slice(0, 16).join("");
  const about = `${site.title} · ${interfaceText(site).search}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escapedText(name)}</ShortName><Description>${escapedText(about)}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${escapedText(url(site, fixedPaths.search))}?q={searchTerms}"/></OpenSearchDescription>
`;
}
