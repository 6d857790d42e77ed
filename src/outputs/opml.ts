import { url, pathsOf } from "#model/address.ts";
import type { Catalogue, TermWithPosts } from "#model/catalogue.ts";
import { outputText } from "#text/outputs.ts";
import { pageText } from "#text/pages.ts";
import { feedPath } from "./feed-address.ts";
import { escaped } from "#model/escape.ts";
import { safeLine } from "./safe-text.ts";

/** The path of a list's OPML: `/opml.xml` holds every feed, `/categories/지식-쌓기/opml.xml` those of one category. */
export function opmlPath(listPath: string): string {
  return `${listPath}opml.xml`;
}

/** Every feed of the site as OPML 2.0, in folders by category, series and tag. */
export function opmlOfSite(catalogue: Catalogue): string {
  const { site, categories, series, tags } = catalogue;
  const text = pageText(site);
  const folders = [
    { title: text.categories.title, terms: categories },
    { title: text["series-index"].title, terms: series },
    { title: text.tags.title, terms: site.outputs.tagFeeds ? tags : [] },
  ].filter(({ terms }) => terms.length > 0);
  return opml(site.title, [
    feedLine({ path: pathsOf(site).home, label: site.title }, catalogue),
    ...folders.map(({ title, terms }) => folder(title, terms, catalogue)),
  ]);
}

/** A category's feed as OPML 2.0, with the feeds of the tags that its posts bear. */
export function opmlOfCategory(category: TermWithPosts, catalogue: Catalogue): string {
  const { site, tags } = catalogue;
  const used = new Set(category.posts.flatMap((post) => post.tags));
  const terms = site.outputs.tagFeeds ? tags.filter(({ label }) => used.has(label)) : [];
  return opml(outputText(site.language).feedOf(category.label, site.title), [
    feedLine(category, catalogue),
    ...(terms.length > 0 ? [folder(pageText(site).tags.title, terms, catalogue)] : []),
  ]);
}

type Line = Pick<TermWithPosts, "path" | "label">;

function opml(title: string, outlines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${escaped(safeLine(title))}</title></head>`,
    "<body>",
    ...outlines,
    "</body>",
    "</opml>\n",
  ].join("\n");
}

function folder(title: string, terms: readonly Line[], catalogue: Catalogue): string {
  const text = escaped(safeLine(title));
  return [
    `<outline text="${text}" title="${text}">`,
    ...terms.map((term) => feedLine(term, catalogue)),
    "</outline>",
  ].join("\n");
}

function feedLine({ path, label }: Line, { site }: Catalogue): string {
  const text = escaped(
    safeLine(path === pathsOf(site).home ? site.title : outputText(site.language).feedOf(label, site.title)),
  );
  const feed = escaped(url(site, feedPath(path, "rss")));
  return `<outline type="rss" text="${text}" title="${text}" xmlUrl="${feed}" htmlUrl="${escaped(url(site, path))}"/>`;
}
