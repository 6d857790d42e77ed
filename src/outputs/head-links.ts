import { fixedPaths, url } from "#model/address.ts";
import type { Catalogue } from "#model/catalogue.ts";
import type { Page } from "#model/page.ts";
import type { Entry } from "#model/post.ts";
import { outputText } from "#text/outputs.ts";
import { type FeedFormat, feedFormats, feedPath } from "./feed-address.ts";
import { markdownPath } from "./markdown-path.ts";
import { safeLine } from "./safe-text.ts";

/** One `<link>`; `href` is absolute. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** Every link of a page besides its canonical one and its style sheet. */
export function linksOf(page: Page, catalogue: Catalogue): Link[] {
  const { site } = catalogue;
  const article = page.kind === "article" ? page.entry : undefined;
  return [
    ...feedLinks(page, catalogue),
    ...(article ? [markdownLink(article, catalogue)] : []),
    { rel: "author", href: site.author.url ?? url(site, fixedPaths.home) },
    ...licenceLink(page.entry, catalogue),
    ...site.author.profiles.map((href) => ({ rel: "me", href })),
  ];
}

/** The feeds of the page's own subject first, for readers that take the first they see; then those of the whole site. */
function feedLinks(page: Page, catalogue: Catalogue): Link[] {
  const { site, categories } = catalogue;
  const own = page.shelf ?? categories.find(({ label }) => label === page.entry?.categories[0]);
  const label = own && outputText(site.language).feedOf(safeLine(own.label), site.title);
  const link = (path: string, title: string) => (format: FeedFormat) => ({
    rel: "alternate",
    type: feedFormats[format].type,
    href: url(site, feedPath(path, format)),
    title: `${safeLine(title)} (${feedFormats[format].label})`,
  });
  const formats: FeedFormat[] = ["rss", "atom", "json"];
  const ofSite = formats.map(link(fixedPaths.home, site.title));
  if (own === undefined || label === undefined) return ofSite;
  if (page.shelf) return [...formats.map(link(own.path, label)), ...ofSite];
  return [...ofSite, link(own.path, label)("rss")];
}

function markdownLink(entry: Entry, { site }: Catalogue): Link {
  const title = outputText(site.language).markdown;
  return { rel: "alternate", type: "text/markdown", href: url(site, markdownPath(entry.path)), title };
}

function licenceLink(entry: Entry | undefined, { site }: Catalogue): Link[] {
  const own = entry?.license;
  if (own === undefined) return [{ rel: "license", href: site.license.url }];
  return URL.canParse(own) ? [{ rel: "license", href: own }] : [];
}
