import { url, pathsOf } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import type { Site } from "#model/site.ts";
import { outputText } from "#text/outputs.ts";
import { type FeedFormat, feedFormats, feedPath } from "./feed-address.ts";
import { markdownPath } from "./markdown-source.ts";
import { openSearchPath } from "./open-search.ts";
import { safeLine } from "./safe-text.ts";
import { tag } from "./tags.ts";
import { translationLinks } from "./translation-links.ts";

/** A printer of every `<link>` of a page besides its canonical one, its icons and its style sheet; all addresses absolute. */
export function linkPrinter(catalogue: Pick<Catalogue, "site">): (page: Page) => string {
  const { site } = catalogue;
  const feeds = feedPrinter(catalogue);
  const author = tag("link", { rel: "author", href: site.author.url ?? url(site, pathsOf(site).home) });
  const licence = site.license ? tag("link", { rel: "license", href: site.license.url }) : "";
  const webmention = site.webmention ? tag("link", { rel: "webmention", href: site.webmention }) : "";
  const profiles = site.author.profiles.map(({ url: href }) => tag("link", { rel: "me", href })).join("");
  const type = "application/opensearchdescription+xml";
  const search =
    site.search === "own"
      ? tag("link", { rel: "search", type, href: url(site, openSearchPath), title: site.title })
      : "";
  return (page) => {
    const source = page.kind === "article" && site.outputs.sources ? markdownLink(page.path, site) : "";
    const own = page.entry?.license;
    const terms = own === undefined ? licence : URL.canParse(own) ? tag("link", { rel: "license", href: own }) : "";
    const translations = translationLinks(page.languages ?? [], site)
      .map(({ lang, url: href }) => tag("link", { rel: "alternate", hreflang: lang, href }))
      .join("");
    const mentions = page.kind === "article" ? webmention : "";
    return `${feeds(page)}${source}${translations}${mentions}${author}${search}${terms}${profiles}`;
  };
}

/** The feeds of the page's own subject first, for readers that take the first they see; then those of the whole site. */
function feedPrinter({ site }: Pick<Catalogue, "site">): (page: Page) => string {
  const { feeds: formats, tagFeeds } = site.outputs;
  const ofSite = formats
    .map((format) => feedLink(site, { path: pathsOf(site).home, title: site.title, format }))
    .join("");
  return ({ term, section }) => {
    const own = term ?? section;
    if (own === undefined || own.kind === "word" || (own.kind === "tag" && !tagFeeds)) return ofSite;
    const title = outputText(site.language).feedOf(safeLine(own.label), site.title);
    const link = (format: FeedFormat) => feedLink(site, { path: own.path, title, format });
    return term ? formats.map(link).join("") + ofSite : ofSite + link("rss");
  };
}

function feedLink(site: Site, feed: { path: string; title: string; format: FeedFormat }): string {
  const { type, label } = feedFormats[feed.format];
  const title = `${safeLine(feed.title)} (${label})`;
  return tag("link", { rel: "alternate", type, href: url(site, feedPath(feed.path, feed.format)), title });
}

function markdownLink(path: string, site: Site): string {
  const title = outputText(site.language).markdown;
  return tag("link", { rel: "alternate", type: "text/markdown", href: url(site, markdownPath(path)), title });
}
